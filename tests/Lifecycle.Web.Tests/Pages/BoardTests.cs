using Lifecycle.Testing;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>The pages of boards: their figures are those of the papers, of the API, and of the day asked for.</summary>
public sealed class BoardTests(Site site)
{
    [Fact]
    public async Task The_figures_of_the_paper_of_4_September_2023_come_out_again()
    {
        using var board = await site.SignInAsync("board.west-mercia");

        var position = (await board.GoAsync("/position?asAt=4/9/2023")).AssertOk();
        Assert.Equal(
            ["6 Causes of concern open Printed in a paper", "104 Recommendations open Printed in a paper", "34 Areas for improvement open Printed in a paper"],
            position.Document.QuerySelectorAll(".app-tile").Select(SpacedWords));
        Assert.Equal("104", position.Table("Counted in the register")[1][2]);
        Assert.Contains("As at 4 September 2023, as known on", position.Text, StringComparison.Ordinal);

        var compared = await board.GoAsync("/position/compared?asAt=4/9/2023");
        var rows = compared.Table("Open records by force: most similar group");
        Assert.Equal(["West Mercia Police (this force)", "6", "104", "34"], rows.Single(row => row[0].Contains("this force", StringComparison.Ordinal)));
        Assert.Equal(["6over 8 forces", "106.6over 8 forces", "33.1over 8 forces"], rows.Single(row => row[0] == "Average").Skip(1));
        Assert.Equal(["4", "129", "27.8"], rows.Single(row => row[0].StartsWith("National average", StringComparison.Ordinal)).Skip(1));
        Assert.Contains("Recommendations: 104. Of the 7 others known, 2 hold fewer and 5 hold more.", compared.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("&asAt=2023-09-04"), InlineData("&asAt=2025-06-01&knownAt=2100-01-01T00:00:00Z")]
    public async Task The_counts_are_those_of_the_API(string point)
    {
        using var board = await site.SignInAsync("board.west-mercia");
        var page = await board.GoAsync($"/position?{point}");
        var position = await site.Api("board.west-mercia").GetAsync($"positions?body=west-mercia&groupBy=kind,status,level{point}");

        var groups = position.GetProperty("groups").EnumerateArray().ToList();
        long Open(params (string Name, string? Value)[] of) => groups
            .Where(group => of.All(one => (group.GetProperty(one.Name) is { ValueKind: not System.Text.Json.JsonValueKind.Null } value ? value.ToString() : null) == one.Value))
            .Sum(group => group.GetProperty("open").GetInt64());
        Assert.Equal(
            ((string[])["raised", "in-progress", "steps-evidenced", "closure-recommended"]).Select(status => $"{Open(("kind", "recommendation"), ("status", status))}"),
            Row(page, "Open records by status", "Recommendations").Skip(1).SkipLast(1));
        Assert.Equal($"{Open(("kind", "recommendation"), ("level", null))}", Row(page, "Open records by level", "Recommendations")[5]);
        Assert.Equal($"{Open(("kind", "recommendation"))}", Row(page, "Open records by age", "Recommendations")[^1]);
        Assert.Equal($"{Open(("kind", "recommendation"))}", page.Table("Open records by kind")[^1][2]);
    }

    [Fact]
    public async Task What_the_register_never_held_is_not_known_and_never_nought()
    {
        using var hmi = await site.SignInAsync("hmi");
        var page = await hmi.GoAsync("/position?body=kent&asAt=2001-01-01");
        Assert.All(page.Document.QuerySelectorAll(".app-tile__number"), number => Assert.Equal("Not known", SeenPage.Words(number)));
        Assert.Contains("how many were open is not known", page.Text, StringComparison.Ordinal);
        Assert.Contains("so what changed is not known", (await hmi.GoAsync("/position/changes?body=kent&asAt=2001-01-01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_says_why_whether_others_share_it_and_only_what_was_known()
    {
        var reference = await site.Api("hmi").RaiseAsync("Late <b>custody</b> audit", body: "surrey", due: "2026-03-31");
        using var board = await site.SignInAsync("board.surrey");
        Assert.Contains("No reason given", Row(await board.GoAsync("/position/overdue"), "Overdue", "Late <b>custody</b> audit")[2], StringComparison.Ordinal);

        await site.Api("flo.surrey").DoAsync(reference, "explain-missed-deadline", new { reason = "The cells were rebuilt.", sharedWithOtherForces = true });

        var page = await board.GoAsync("/position/overdue");
        var row = Row(page, "Overdue", "Late <b>custody</b> audit");
        Assert.Equal(("The cells were rebuilt.", "Yes, the force says"), (row[2], row[3]));
        Assert.StartsWith("31 Mar 2026", row[1], StringComparison.Ordinal);
        var found = await site.Api("board.surrey").GetAsync("recommendations?body=surrey&overdue=true");
        Assert.Equal($"{found.GetProperty("total").GetInt64()}", SeenPage.Words(page.Document.QuerySelector(".app-tile__number")));
        Assert.DoesNotContain("cells were rebuilt", (await board.GoAsync("/position/overdue?knownAt=2026-01-01T00:00:00Z")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, (await board.GoAsync("/position/overdue?asAt=2026-03-31")).Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_a_meeting_what_was_open_and_came_and_went_adds_up_and_is_listed()
    {
        var told = await site.Api("hmi").RaiseAsync("Told at the board", body: "gwent", raisedOn: "2026-02-01");
        await site.Api("flo.gwent").DoAsync(told, "report-to-board", new { board = "Service improvement board", meetingOn = "2026-06-10", text = "Begun." });
        var raised = await site.Api("hmi").RaiseAsync("Raised since", body: "gwent", raisedOn: "2026-07-01", due: "2026-08-31");
        await site.Api("fll.gwent").DoAsync(told, "withdraw", new { reason = "Raised twice." });
        using var board = await site.SignInAsync("board.gwent");

        var page = await board.GoAsync("/position/changes");

        Assert.Equal("Gwent PoliceSince 10 June 2026", page.Heading);
        Assert.Contains("records were reported to: Service improvement board", page.Text, StringComparison.Ordinal);
        var sums = page.Table("From 10 June 2026").Select(row => int.Parse(row[1].Trim('+', '−', ' '), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(sums[4], sums[0] + sums[1] + sums[2] - sums[3]);
        Assert.Equal($"{Lifecycle.Web.Site.Wording.InTable(Today.Date)}From raised to withdrawn", Row(page, "Closed", "Told at the board")[1]);
        Assert.Equal("1 Jul 2026Raised", Row(page, "Raised", "Raised since")[1]);
        Assert.Equal("1 Sep 2026Became overdue; it was due on 31 August 2026", Row(page, "Slipped", "Raised since")[1]);
        Assert.DoesNotContain(raised, (await board.GoAsync("/position/changes?asAt=2026-06-30")).Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Enter a day up to", (await board.GoAsync("/position/changes?since=yesterday")).Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_of_changes_is_shown_in_part_and_then_page_by_page()
    {
        using var hmi = await site.SignInAsync("hmi");
        var all = await hmi.GoAsync("/position/changes?since=2001-01-01&asAt=2025-12-31");
        var link = all.Document.QuerySelectorAll("a").First(a => SeenPage.Words(a).StartsWith("See all", StringComparison.Ordinal)).GetAttribute("href")!;

        var first = await hmi.GoAsync(link);
        var second = await hmi.GoAsync(first.Link("Next page"));

        Assert.Equal("All bodiesRaised since 1 January 2001", first.Heading);
        Assert.Equal((50, 50), (first.Table("Raised, oldest first").Count, second.Table("Raised, oldest first").Count));
        Assert.Empty(Records(first).Intersect(Records(second)));
        Assert.Contains("asAt=2025-12-31", second.Path, StringComparison.Ordinal);

        static IEnumerable<string?> Records(SeenPage page) => page.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href"));
    }

    [Fact]
    public async Task A_report_says_what_was_made_is_relevant_is_claimed_and_is_signed_off()
    {
        var reference = await site.Api("hmi").RaiseAsync("Claimed", body: "dorset");
        await site.Api("flo.dorset").DoAsync(reference, "report-progress", new { text = "Done.", forBoard = true, forPortal = false, claimsImplemented = true });
        using var board = await site.SignInAsync("board.dorset");

        var page = await board.GoAsync("/position/by-publication");

        var id = reference.Split('-')[0];
        Assert.Equal(["1", "1", "1", "1", "1", "0", "0", "0"], Row(page, "What became of each report", $"A report on custody ({id})").Skip(1));
    }

    [Fact]
    public async Task A_body_is_chosen_only_by_those_who_may_see_more_than_one()
    {
        using var board = await site.SignInAsync("board.west-mercia");
        Assert.Equal(404, (await board.GoAsync("/position?body=wiltshire")).Status);
        Assert.Null((await board.GoAsync("/position")).Document.QuerySelector("select[name=body]"));

        using var hmi = await site.SignInAsync("hmi");
        var chosen = await hmi.SubmitAsync((await hmi.GoAsync("/position/compared?asAt=2023-09-04&with=all")).Form("body"), ("body", "wiltshire"));
        Assert.Equal("Wiltshire PoliceCompared", chosen.Heading);
        Assert.Equal(43, chosen.Table("Open records by force: all forces").Count(row => row[0].Contains("Police", StringComparison.Ordinal)
            || row[0].Contains("Constabulary", StringComparison.Ordinal) || row[0].Contains("Metropolitan", StringComparison.Ordinal)));
        Assert.Contains("asAt=2023-09-04", chosen.Path, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Row(SeenPage page, string table, string begins) =>
        page.Table(table).First(row => row[0].StartsWith(begins, StringComparison.Ordinal));

    // Lines of their own are words of their own.
    private static string SpacedWords(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.ChildNodes.Select(SeenPage.Words).Where(words => words.Length > 0));
}
