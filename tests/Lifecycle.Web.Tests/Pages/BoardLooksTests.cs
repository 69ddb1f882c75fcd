using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>The pages of boards on a desk, on a telephone and on paper, with nothing, little and much to show.</summary>
public sealed class BoardLooksTests(Site site)
{
    public static TheoryData<string, string> Questions => new()
    {
        { "/position", "position" }, { "/position/overdue", "overdue" }, { "/position/changes", "changes" },
        { "/position/by-publication", "by-publication" }, { "/position/compared", "compared" },
    };

    [Theory, MemberData(nameof(Questions))]
    public async Task Every_question_is_accessible_and_fits_with_nothing_and_with_little_to_show(string address, string name)
    {
        await using var window = await site.OpenAsync("hmi");
        await window.GoAsync($"{address}?body=kent&asAt=2001-01-01");
        await window.AssertGoodAsync($"board-{name}-none");
        await window.GoAsync($"{address}?body=west-mercia&asAt=2023-09-04&since=2023-06-01");
        await window.AssertGoodAsync($"board-{name}-little");
        await window.GoAsync(address);
        await window.AssertGoodAsync($"board-{name}-all");
    }

    [Theory, MemberData(nameof(Questions))]
    public async Task Every_question_is_printed_as_a_clean_paper(string address, string name)
    {
        const int paper = 700;
        await using var window = await site.OpenAsync("board.west-mercia", width: paper);
        await window.GoAsync($"{address}?asAt=2023-09-04&since=2023-06-01");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await window.AssertGoodAsync($"board-{name}-print", paper);

        foreach (var screenOnly in (string[])[".app-header", ".govuk-service-navigation", ".govuk-footer", ".app-questions", ".govuk-details", ".app-time"])
            foreach (var one in await window.Page.Locator(screenOnly).AllAsync())
                Assert.False(await one.IsVisibleAsync(), $"{screenOnly} is printed.");
        Assert.True(await window.Page.GetByText("As at 4 September 2023, as known on").IsVisibleAsync());
    }

    [Fact]
    public async Task The_trend_is_told_by_dashes_marks_and_words_and_its_table_follows()
    {
        await using var window = await site.OpenAsync("board.west-mercia", scripts: false);
        var page = await window.GoAsync("/position?asAt=2023-09-04&span=24");

        var picture = page.GetByRole(AriaRole.Img, new() { Name = "Open records by kind over time" });
        Assert.True(await picture.IsVisibleAsync());
        Assert.Contains("Recommendations:", await picture.Locator("desc").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[style]").CountAsync());
        Assert.Equal(3, (await Task.WhenAll((await picture.Locator("polyline").AllAsync()).Select(line => line.GetAttributeAsync("stroke-dasharray")))).Distinct().Count());
        Assert.Equal(13, await page.GetByRole(AriaRole.Table, new() { Name = "Open records by kind, counted one by one" }).Locator("tbody tr").CountAsync());
    }

    [Fact]
    public async Task One_goes_from_question_to_question_by_keyboard()
    {
        await using var window = await site.OpenAsync("board.west-mercia");
        var page = await window.GoAsync("/position?asAt=2023-09-04");
        foreach (var (question, path) in ((string, string)[])[("Overdue", "overdue"), ("Since the last meeting", "changes"), ("By publication", "by-publication"), ("Compared", "compared")])
        {
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Questions of boards" }).GetByText(question).FocusAsync();
            await window.EnterAsync($"**/position/{path}?*");
            Assert.Equal(question, await page.Locator(".app-questions [aria-current]").InnerTextAsync());
            Assert.Contains("asAt=2023-09-04", page.Url, StringComparison.Ordinal);
        }
    }
}
