namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>What happened, who entered it and when?</summary>
public sealed class HistoryTests(Site site)
{
    [Fact]
    public async Task Every_event_is_told_newest_first_with_actor_role_and_both_days()
    {
        var page = await PageAsync(await RecordLives.RecommendedAsync(site));
        var told = Told(page);
        Assert.StartsWith("Closure recommended Happened and recorded on ", told[0], StringComparison.Ordinal);
        Assert.Contains("The force liaison officer of West Mercia Police (demo.flo.west-mercia) recommended closure, resting on 3 items of evidence. Both steps are met and evidenced.", told[0], StringComparison.Ordinal);
        Assert.Contains("The deputy chief constable of West Mercia Police (demo.dcc.west-mercia) scrutinised it and was satisfied.", told[1], StringComparison.Ordinal);
        Assert.StartsWith("Raised Happened on 15 January 2026, recorded ", told[^1], StringComparison.Ordinal);
        Assert.Contains("Entered late", told[^1], StringComparison.Ordinal);
        Assert.Contains("HM Inspector (demo.hmi) raised this area for improvement with West Mercia Police, at level 2.", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_link_turns_the_order_round()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        using var visitor = await site.SignInAsync("auditor");
        var newest = await visitor.GoAsync($"/recommendations/{reference}/history");
        var oldest = await visitor.GoAsync(newest.Link("Show the oldest first"));
        Assert.StartsWith("Raised ", Told(oldest)[0], StringComparison.Ordinal);
        Assert.Equal(Told(newest), Told(oldest).Reverse());
        Assert.StartsWith("Step met", Told(await visitor.GoAsync(oldest.Link("Show the newest first")))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_comes_in_pages()
    {
        var reference = await RecordLives.ReopenedAsync(site);
        using var visitor = await site.SignInAsync("auditor");
        var first = await visitor.GoAsync($"/recommendations/{reference}/history?order=oldest");
        var second = await visitor.GoAsync(first.Link("2"));
        Assert.Equal(20, Told(first).Count);
        Assert.InRange(Told(second).Count, 1, 20);
        Assert.Empty(Told(first).Intersect(Told(second)));
        Assert.StartsWith("Reported to a board", Told(second)[^1], StringComparison.Ordinal);
        Assert.Equal(404, (await visitor.GoAsync($"/recommendations/{reference}/history?page=9")).Status);
    }

    [Fact]
    public async Task What_was_transcribed_names_its_source_and_a_sign_off_its_rule()
    {
        var reference = await RecordLives.NewAsync(site, level: null);
        await site.Api("flo.west-mercia").DoAsync(reference, "grade", new { level = 3, source = "Portal, 12 June" });
        Assert.Contains("Transcribed from Portal, 12 June.", Told(await PageAsync(reference))[0], StringComparison.Ordinal);
        Assert.Contains("Rule: level-3-hmicfrs, version 1.", Told(await PageAsync(await RecordLives.EndedAsync(site)))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_text_is_read_in_full_one_step_further()
    {
        var reference = await RecordLives.NewAsync(site);
        await site.Api("flo.west-mercia").DoAsync(reference, "report-progress", new { text = $"{new string('a', 5_000)} and the end", forBoard = true });
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync($"/recommendations/{reference}/history");
        Assert.DoesNotContain("and the end", page.Text, StringComparison.Ordinal);
        Assert.Contains("and the end", (await visitor.GoAsync(page.Link("Read all of step 2, how the record stood then"))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_page_is_accessible_and_fits(bool scripts)
    {
        await using var window = await site.OpenAsync("board.west-mercia", scripts);
        foreach (var (name, reference) in ((string, string)[])[("new", await SharedLives.NewAsync(site)), ("reopened", await SharedLives.ReopenedAsync(site)), ("long", await SharedLives.VeryLongAsync(site))])
        {
            await window.GoAsync($"/recommendations/{reference}/history");
            await window.AssertGoodAsync($"history-{name}");
        }
    }

    private static IReadOnlyList<string> Told(SeenPage page) => [.. page.Document.QuerySelectorAll(".moj-timeline__item").Select(SeenPage.Words)];

    private async Task<SeenPage> PageAsync(string reference)
    {
        using var visitor = await site.SignInAsync("auditor");
        return (await visitor.GoAsync($"/recommendations/{reference}/history")).AssertOk();
    }
}
