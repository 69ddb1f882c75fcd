using Lifecycle.Web.Tests.Pages.Recommendations;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages.Acting;

/// <summary>The pages of commands in a real browser: accessible, fitting, and usable without JavaScript.</summary>
public sealed class ActInBrowserTests(Site site)
{
    [Theory]
    [InlineData("set-steps", "lead.west-mercia", "act-steps")]
    [InlineData("submit-evidence", "flo.west-mercia", "act-evidence")]
    [InlineData("rate-rag", "flo.west-mercia", "act-rag")]
    [InlineData("change-deadline", "hmi", "act-deadline")]
    [InlineData("link", "flo.west-mercia", "act-link")]
    [InlineData("correct", "flo.west-mercia", "act-correct")]
    [InlineData("report-progress", "flo.west-mercia", "act-progress")]
    [InlineData("sign-off", "board.west-mercia", "act-not-possible")]
    public async Task A_form_is_accessible_and_fits(string command, string persona, string picture)
    {
        var reference = await SharedLives.WorkedOnAsync(site);
        await using var window = await site.OpenAsync(persona);
        await window.GoAsync($"/recommendations/{reference}/do/{command}");
        await window.AssertGoodAsync(picture);
    }

    [Fact]
    public async Task A_form_on_a_record_with_very_long_texts_fits()
    {
        var reference = await SharedLives.VeryLongAsync(site);
        await using var window = await site.OpenAsync("flo.west-mercia");
        await window.GoAsync($"/recommendations/{reference}/do/meet-step");
        await window.AssertGoodAsync("act-long");
        await window.GoAsync($"/recommendations/{reference}/do/withdraw-evidence");
        await window.AssertGoodAsync("act-long-evidence");
    }

    [Theory, InlineData(Window.Telephone, true), InlineData(Window.Desk, false)]
    public async Task Closure_is_recommended_with_and_without_JavaScript(int width, bool scripts)
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        await using var window = await site.OpenAsync("flo.west-mercia", scripts, width);
        var page = await window.GoAsync($"/recommendations/{reference}/do/recommend-closure");
        await ClickAsync(page, "Continue");
        await window.AssertGoodAsync("act-error");
        await page.GetByLabel("Why can it be closed?").FillAsync("Both steps are met, and two dip samples show it.");
        await site.Api("lead.west-mercia").DoAsync(reference, "rate-rag", new { rag = "green", reason = "Both samples are in" });
        await ClickAsync(page, "Continue");
        await window.AssertGoodAsync("act-conflict");
        await ClickAsync(page, "Continue");
        await window.AssertGoodAsync("act-check");
        await ClickAsync(page, "Change why can it be closed?");
        Assert.Equal("Both steps are met, and two dip samples show it.", await page.GetByLabel("Why can it be closed?").InputValueAsync());
        await ClickAsync(page, "Continue");
        await ClickAsync(page, "Recommend closure");
        await page.WaitForURLAsync($"**/recommendations/{reference}");
        await window.AssertGoodAsync("act-done");
        Assert.Contains("Closure is recommended.", await page.Locator(".govuk-notification-banner--success").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
