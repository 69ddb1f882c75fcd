namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>What differs between two moments?</summary>
public sealed class MomentsTests(Site site)
{
    [Fact]
    public async Task Two_moments_stand_side_by_side_and_what_differs_says_so_in_words()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.GoAsync($"/recommendations/{reference}/moments");
        page = await auditor.SubmitAsync(page.Form("asAt1"), ("asAt1", "19/1/2026"), ("asAt2", "20/1/2026"));
        var table = page.Table("The record at two moments");
        Assert.Equal(["Owner", "Not allocated", "head-of-custody", "Differs"], table.Single(row => row[0] == "Owner"));
        Assert.Equal(["Level", "Level 2", "Level 2", "Same"], table.Single(row => row[0] == "Level"));
        Assert.Contains("3 facts differ.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_day_known_at_two_moments_shows_what_was_entered_late()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        var raised = (await site.Api("auditor").GetAsync($"recommendations/{reference}/history")).GetProperty("items")[0].GetProperty("recordedAt").GetString()!;
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.GoAsync($"/recommendations/{reference}/moments?asAt1=2026-01-20&knownAt1={raised}&asAt2=2026-01-20");
        Assert.Equal(["Owner", "Not allocated", "head-of-custody", "Differs"], page.Table("The record at two moments").Single(row => row[0] == "Owner"));
    }

    [Fact]
    public async Task A_moment_before_the_raise_has_no_record_yet()
    {
        var reference = await RecordLives.NewAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.GoAsync($"/recommendations/{reference}/moments");
        Assert.All(page.Table("The record at two moments"), row => Assert.Equal(("No record yet", "Differs"), (row[1], row[3])));
    }

    [Fact]
    public async Task What_is_not_a_day_is_said_beside_its_field()
    {
        var reference = await RecordLives.NewAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.GoAsync($"/recommendations/{reference}/moments?asAt1=31/2/2026&asAt2=2026-02-01&knownAt2=never");
        page.AssertError("asAt1", "Enter a day, for example 4/9/2023");
        page.AssertError("knownAt2", "Enter a day, for example 4/9/2023, or a moment, for example 2023-09-04T17:00:00Z");
        Assert.Equal("31/2/2026", page.Document.GetElementById("asAt1")!.GetAttribute("value"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_page_is_accessible_and_fits(bool scripts)
    {
        await using var window = await site.OpenAsync("auditor", scripts);
        foreach (var (name, reference) in ((string, string)[])[("reopened", await SharedLives.ReopenedAsync(site)), ("long", await SharedLives.VeryLongAsync(site))])
        {
            await window.GoAsync($"/recommendations/{reference}/moments?asAt1=2026-02-01");
            await window.AssertGoodAsync($"moments-{name}");
        }
    }
}
