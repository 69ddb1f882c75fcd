using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>The register as a browser shows it and as a keyboard works it.</summary>
public sealed class RegisterInBrowserTests(Site site)
{
    [Theory]
    [InlineData("none"), InlineData("few"), InlineData("many")]
    public async Task The_register_is_accessible_and_fits(string rows)
    {
        var (persona, query) = rows switch
        {
            "none" => ("flo.surrey", "?q=xylophone&overdue=true"),
            "few" => ("flo.west-mercia", "?kind=cause-of-concern&kind=recommendation&rag=unrated"),
            _ => ("auditor", "?asAt=2025-06-30"),
        };
        foreach (var scripts in (bool[])[true, false])
        {
            await using var window = await site.OpenAsync(persona, scripts);
            await window.GoAsync($"/recommendations{query}");
            await window.AssertGoodAsync($"register-{rows}");
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task One_filters_by_keyboard_with_and_without_JavaScript(bool scripts)
    {
        var word = $"w{Guid.NewGuid():n}"[..10];
        await site.Api("hmi").RaiseAsync($"Dog {word}", body: "surrey");
        await using var window = await site.OpenAsync("flo.surrey", scripts);
        var page = await window.GoAsync("/recommendations");
        await page.GetByLabel("Words or reference").FillAsync(word);
        await window.EnterAsync($"**/recommendations?q={word}");
        await page.GetByLabel("Open (1)").PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search and filter" }).First.FocusAsync();
        await window.EnterAsync($"**/recommendations?q={word}&open=true");
        Assert.Equal("1 record", await page.Locator("#found").InnerTextAsync());
    }
}
