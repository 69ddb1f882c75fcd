namespace Lifecycle.Web.Tests.Pages;

/// <summary>How were we judged, on which scale?</summary>
public sealed class GradeTests(Site site)
{
    [Fact]
    public async Task People_of_a_force_see_their_own_force_first_each_scale_in_a_table_of_its_own()
    {
        using var visitor = await site.SignInAsync("board.west-mercia");
        var page = (await visitor.GoAsync("/grades")).AssertOk();
        Assert.Equal(
            [
                "West Mercia Police (1 of 2) Five-point scale: outstanding, good, adequate, requires improvement, inadequate",
                "West Mercia Police (2 of 2) Four-point scale: outstanding, good, requires improvement, inadequate",
            ],
            page.Document.QuerySelectorAll("caption").Select(SeenPage.Words));
        Assert.Contains("Grades of the two scales cannot be compared", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assessment_shows_every_force_by_area_and_what_was_carried_forward()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/grades?cycle=2017&body=");
        var rows = page.Table("Assessment 2017 Four-point scale");
        Assert.Equal(43, rows.Count);
        Assert.Contains(rows, row => row.Contains("Outstanding carried forward, not inspected again note 3"));
        Assert.Contains("Note 3: Inferred: no force inspected in 2017 was given this grade.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Adequate", string.Join(' ', rows.SelectMany(row => row)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_graded_and_not_judged_are_different_words()
    {
        using var visitor = await site.SignInAsync("auditor");
        var midlands = (await visitor.GoAsync("/grades?body=west-midlands&cycle=2021")).Table("West Midlands Police Five-point");
        Assert.Equal(13, midlands.Count);
        Assert.Equal(2, midlands.Count(row => row[1].StartsWith("Not graded", StringComparison.Ordinal)));
        var both = (await visitor.GoAsync("/grades?cycle=2023-2025&body=")).Table("Assessment 2023-2025");
        Assert.Contains(both, row => row.Contains("Not judged"));
    }

    [Fact]
    public async Task A_force_without_grades_is_not_said_to_be_unjudged()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/grades?body=essex&cycle=2021");
        Assert.Contains("No grade of Essex Police has been entered for 2021. That does not mean that it was not judged.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/grades?cycle=2017&body=", "grades-many")]
    [InlineData("/grades?cycle=2025&body=", "grades-apart")]
    [InlineData("/grades?body=west-mercia", "grades-force")]
    [InlineData("/grades?body=west-midlands&cycle=2021", "grades-one")]
    [InlineData("/grades?body=essex&cycle=2021", "grades-none")]
    public async Task The_page_is_accessible_and_fits(string address, string picture)
    {
        await using var window = await site.OpenAsync("auditor");
        await window.GoAsync(address);
        await window.AssertGoodAsync(picture);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task One_chooses_a_force_with_and_without_JavaScript(bool scripts)
    {
        await using var window = await site.OpenAsync("auditor", scripts);
        var page = await window.GoAsync("/grades");
        await page.GetByLabel("Force").SelectOptionAsync("west-mercia");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync("**/grades?body=west-mercia&cycle=");
        Assert.Equal(2, await page.Locator("table.app-grades").CountAsync());
    }
}
