namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>Where does this one stand?</summary>
public sealed class RecordTests(Site site)
{
    [Fact]
    public async Task A_new_record_says_what_was_asked_and_tells_unknown_from_none()
    {
        var page = await PageAsync("flo.west-mercia", await RecordLives.NewAsync(site));
        Assert.Equal("Custody records", page.Heading);
        Assert.Contains("Custody records: keep them complete.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("HMICFRS, in A report on custody", page.Summary("Asked by"), StringComparison.Ordinal);
        Assert.Equal("15 January 2026", page.Summary("Raised on"));
        Assert.StartsWith("Raised since 15 January 2026, for ", page.Summary("Status"), StringComparison.Ordinal);
        Assert.Equal(
            ("Level 2", "Not allocated", "Not named", "Not rated", "No date", "No forecast", "Not entered"),
            (page.Summary("Level"), page.Summary("Owner"), page.Summary("Board"), page.Summary("Progress rating"), page.Summary("Due"),
                page.Summary("Expected by the force"), page.Summary("Risk register")));
        Assert.Contains("No steps to green are set yet.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Chief constable of West Mercia Police Level 2 records are signed off by the chief constable, with a note of the oversight (rule level-2-chief-constable, version 1, in force since 1 September 2023).")]
    [InlineData(3, "HM Inspector or HMICFRS force liaison lead Level 3 records are signed off by HMICFRS (rule level-3-hmicfrs, version 1, in force since 1 September 2023).")]
    [InlineData(null, "HM Inspector or HMICFRS force liaison lead Records whose level is not known are signed off by HMICFRS (rule level-unknown-hmicfrs, version 1, in force since 1 September 2023). This rule is assumed: nobody has confirmed it yet.")]
    public async Task It_says_who_may_sign_by_the_rule_in_force(int? level, string who) =>
        Assert.Equal(who, (await PageAsync("board.west-mercia", await RecordLives.NewAsync(site, level))).Summary("Who may sign it off"));

    [Fact]
    public async Task Evidence_stands_under_the_step_it_proves_and_the_rest_apart()
    {
        var page = await PageAsync("dcc.west-mercia", await RecordLives.ReopenedAsync(site));
        var steps = page.Document.QuerySelectorAll(".app-step").Select(SeenPage.Words).ToList();
        Assert.StartsWith("Every custody record is complete within an hour Met Step 1, set by HMICFRS Dip sample.pdf OFFICIAL-SENSITIVE PDF file, 48 KB, submitted by demo.flo.west-mercia on ", steps[0], StringComparison.Ordinal);
        Assert.StartsWith("A sergeant reviews a sample each month Met Step 2, set by the force Review minutes Link", steps[1], StringComparison.Ordinal);
        Assert.All(steps, step => Assert.Contains("Second quarter.pdf", step, StringComparison.Ordinal));
        Assert.Contains("Evidence that belongs to no step Old circular Withdrawn", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_life_shows_judgments_guidance_deadlines_and_both_values_of_a_correction()
    {
        var page = await PageAsync("chief.west-mercia", await RecordLives.ReopenedAsync(site));
        Assert.Equal("Custody records at night", page.Heading);
        Assert.Equal([["Title", "Custody records", "Custody records at night", "The report says so in its annex."]], page.Table("Corrected"));
        var deadline = Assert.Single(page.Table("Deadline stages"));
        Assert.Equal(("West Mercia Police", "by the end of September 2026"), (deadline[1], deadline[2]));
        Assert.Contains("Why it was missed: Two custody suites were closed for repair. Other forces did not miss it.", deadline[3], StringComparison.Ordinal);
        Assert.Contains("Overdue", page.Summary("Due"), StringComparison.Ordinal);
        Assert.Contains("Show a second quarter.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Yes, when drawn at random.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Amber Training is booked but not finished.", page.Summary("Progress rating"));
        Assert.Equal("R-117: Scored 12.", page.Summary("Risk register"));
    }

    [Fact]
    public async Task A_cause_of_concern_lists_what_answers_it_and_a_link_names_the_other_record()
    {
        var cause = await RecordLives.NewAsync(site, 3, "Custody is not safe", "cause-of-concern");
        var child = await UnderAsync(cause);
        var older = await RecordLives.NewAsync(site, 3, "Detainees at risk");
        await site.Api("flo.west-mercia").DoAsync(child, "link", new { relation = "repeats", target = older, note = "Asked in 2019." });
        Assert.Contains("Records that answer this cause of concern It is not signed off while one of them is open. Check detainees Raised", (await PageAsync("fll.west-mercia", cause)).Text, StringComparison.Ordinal);
        await site.Api("flo.west-mercia").DoAsync(child, "allocate", new { owner = "head-of-custody", effectiveOn = "2026-01-20" });
        Assert.Contains("Check detainees In progress", (await PageAsync("fll.west-mercia", $"{cause}?asAt=2026-01-20")).Text, StringComparison.Ordinal);
        Assert.Contains("Check detainees Raised", (await PageAsync("fll.west-mercia", $"{cause}?asAt=2026-01-19")).Text, StringComparison.Ordinal);
        var page = await PageAsync("fll.west-mercia", child);
        Assert.Equal("Custody is not safe", page.Summary("Answers the cause of concern"));
        Assert.Contains("Repeats Detainees at risk Raised Asked in 2019.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_other_bodies_everybody_sees_the_counts_and_only_those_who_may_the_records()
    {
        var id = $"n{Guid.NewGuid():n}"[..12];
        await site.Api("hmi").PublishAsync(id, Made("1", "Vetting", ["west-mercia", "kent", "essex"]), ["west-mercia", "kent", "essex"], "2026-02-01");
        Assert.Contains("It was addressed to 3 bodies, this one included.", (await PageAsync("flo.west-mercia", $"{id}-1-west-mercia")).Text, StringComparison.Ordinal);
        Assert.False((await PageAsync("flo.west-mercia", $"{id}-1-west-mercia")).HasLink("Kent Police"));
        Assert.True((await PageAsync("hmi", $"{id}-1-west-mercia")).HasLink("Kent Police"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        const string hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        var reference = await RecordLives.WorkedOnAsync(site, title: hostile);
        await site.Api("flo.west-mercia").DoAsync(reference, "submit-evidence", new { name = hostile, link = "https://example.org/\"onmouseover=alert(3)" });
        await site.Api("flo.west-mercia").DoAsync(reference, "allocate", new { owner = hostile });
        foreach (var path in (string[])["", "/history", "/replay", "/moments"])
        {
            using var visitor = await site.SignInAsync("flo.west-mercia");
            var page = (await visitor.GoAsync($"/recommendations/{reference}{path}")).AssertOk();
            Assert.Equal(hostile, page.Heading);
            Assert.Empty(page.Document.QuerySelectorAll("main script, main img, [onmouseover], [onerror]"));
        }
    }

    [Fact]
    public async Task As_at_another_day_it_shows_that_day_and_offers_nothing_to_do()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        var page = await PageAsync("flo.west-mercia", $"{reference}?asAt=19/1/2026");
        Assert.Equal("Not allocated", page.Summary("Owner"));
        Assert.Contains("Nothing can be done in the past.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='/do/']"));
        Assert.EndsWith("asAt=2026-01-19", page.Link("History"), StringComparison.Ordinal);
        Assert.Equal("head-of-custody", (await PageAsync("flo.west-mercia", $"{reference}?asAt=20/1/2026")).Summary("Owner"));
    }

    [Fact]
    public async Task Before_it_was_raised_it_says_so_and_what_one_may_not_know_of_is_nothing()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var before = await visitor.GoAsync($"/recommendations/{reference}?asAt=2026-01-14");
        Assert.Equal((404, "This record was not there yet"), (before.Status, before.Heading));
        using var other = await site.SignInAsync("flo.kent");
        Assert.Equal((404, "Page not found"), ((await other.GoAsync($"/recommendations/{reference}")).Status, (await other.GoAsync($"/recommendations/{reference}?asAt=2026-01-14")).Heading));
    }

    private async Task<SeenPage> PageAsync(string persona, string reference)
    {
        using var visitor = await site.SignInAsync(persona);
        return (await visitor.GoAsync($"/recommendations/{reference}")).AssertOk();
    }

    private async Task<string> UnderAsync(string cause)
    {
        var publication = cause.Split('-')[0];
        await site.Api("hmi").PublishAsync(publication, Made("2", "Check detainees", ["west-mercia"], "1"), ["west-mercia"], "2026-01-15");
        return $"{publication}-2-west-mercia";
    }

    private static object Made(string number, string title, string[] addressees, string? parent = null) => new
    {
        number,
        kind = "recommendation",
        soft = false,
        title,
        summary = "Do it.",
        addressees,
        parent,
        level = (int?)3,
        partners = Array.Empty<string>(),
        deadlines = Array.Empty<object>(),
        themes = Array.Empty<string>(),
        areas = Array.Empty<string>(),
    };
}
