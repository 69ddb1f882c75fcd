using System.Net;
using static Lifecycle.Web.Tests.Pages.SignOff.WaitingRecords;

namespace Lifecycle.Web.Tests.Pages.SignOff;

/// <summary>Several records decided in one sitting, confirmed once.</summary>
public sealed class MeetingTests(Site site)
{
    [Fact]
    public async Task Decisions_are_given_one_by_one_and_one_that_fails_does_not_stop_the_others()
    {
        const string force = "suffolk";
        var signed = await OneAsync(site, force, "A to sign");
        var returned = await OneAsync(site, force, "B to return");
        var overtaken = await OneAsync(site, force, "C overtaken");
        var (cause, child) = await CauseAsync(site, force, "D refused");
        await OneAsync(site, force, "E for later");
        using var visitor = await site.SignInAsync($"fll.{force}");
        var page = await BeginAsync(visitor);
        for (var number = 1; number <= 5; number++)
        {
            page = page.Heading[0] switch
            {
                'B' => await DecideAsync(visitor, page, "return", ("missing", "A second quarter")),
                'E' => await DecideAsync(visitor, page, "later"),
                _ => await DecideAsync(visitor, page, "sign-off", ("channel", "meeting")),
            };
        }

        Assert.Equal("Review your decisions", page.Heading);
        await site.Api($"flo.{force}").DoAsync(overtaken, "register-risk", new { riskReference = "R-5" });
        await site.Api("hmi").DoAsync(child, "reopen", new { reason = "Found undone" });
        var result = await visitor.SubmitAsync(page.Document.Forms[^1]);

        Assert.Equal("/sign-off/meeting/result", result.Path);
        Assert.Contains("2 decisions are stored. 3 records are still to be decided.", result.Text, StringComparison.Ordinal);
        Assert.StartsWith("Signed off", result.Summary("A to sign"), StringComparison.Ordinal);
        Assert.StartsWith("Returned", result.Summary("B to return"), StringComparison.Ordinal);
        Assert.Contains("entered it in the risk register as R-5", result.Summary("C overtaken"), StringComparison.Ordinal);
        Assert.Contains($"stays open while one of its recommendations is open: {child}", result.Summary("D refused"), StringComparison.Ordinal);
        Assert.StartsWith("Later", result.Summary("E for later"), StringComparison.Ordinal);
        Assert.Equal(
            ["signed-off", "in-progress", "closure-recommended", "closure-recommended"],
            [await StatusAsync(signed), (await StatusAsync(returned)).Replace("steps-evidenced", "in-progress", StringComparison.Ordinal), await StatusAsync(overtaken), await StatusAsync(cause)]);

        var again = await visitor.SubmitAsync(result.Document.Forms.First(form => form.TextContent.Contains("Meet again", StringComparison.Ordinal)));
        Assert.Contains("Record 1 of 3", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_decided_survives_a_reload_and_is_not_in_the_address()
    {
        await OneAsync(site, "gloucestershire", "First"); await OneAsync(site, "gloucestershire", "Second");
        using var visitor = await site.SignInAsync("fll.gloucestershire");
        var next = await DecideAsync(visitor, await BeginAsync(visitor), "return", ("missing", "Nights are missing"));
        Assert.Equal("/sign-off/meeting?item=2", next.Path);
        var back = await visitor.GoAsync("/sign-off/meeting?item=1");
        Assert.Contains(("missing", "Nights are missing"), FormFields.Of(back.Form("choice")));
        var queue = await visitor.GoAsync("/sign-off");
        Assert.Contains("1 of 2 records decided, nothing given yet", queue.Text, StringComparison.Ordinal);
        Assert.Equal(["A meeting is under way. Go on with it, or end it first."], (await visitor.SubmitAsync(queue.Form("all"), ("all", "true"))).Errors);
        var ended = await visitor.SubmitAsync(queue.Document.Forms.First(form => form.TextContent.Contains("End it", StringComparison.Ordinal)));
        Assert.DoesNotContain("under way", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no longer here", ended.Text, StringComparison.Ordinal);
        foreach (var gone in (string[])["/sign-off/meeting?item=1", "/sign-off/meeting/review", "/sign-off/meeting/result"])
        {
            var queued = await visitor.GoAsync(gone);
            Assert.Equal("/sign-off?lost=true", queued.Path);
            Assert.Contains("That meeting is no longer here.", queued.Text, StringComparison.Ordinal);
        }

        // As after a restart: the page was open, and what is sent from it is not lost without a word.
        Assert.Contains("start again", (await visitor.SubmitAsync(back.Form("choice"), ("choice", "later"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_decision_needs_is_said_beside_its_field()
    {
        await OneAsync(site, "lincolnshire", "Level 2", level: 2);
        using var visitor = await site.SignInAsync("chief.lincolnshire");
        var page = await BeginAsync(visitor);
        (await visitor.SubmitAsync(page.Form("choice"))).AssertError("choice", "Choose what becomes of this record.");
        (await DecideAsync(visitor, page, "sign-off")).AssertError("oversightNote", "Enter the oversight note.");
        (await DecideAsync(visitor, page, "return")).AssertError("missing", "Enter the list of what is missing.");
    }

    [Fact]
    public async Task One_note_can_serve_every_record()
    {
        await OneAsync(site, "kent", "First", level: 2); await OneAsync(site, "kent", "Second", level: 2);
        using var visitor = await site.SignInAsync("chief.kent");
        var next = await DecideAsync(visitor, await BeginAsync(visitor), "sign-off", ("oversightNote", "Board of 3 July"), ("forAll", "yes"));
        Assert.Contains(("oversightNote", "Board of 3 July"), FormFields.Of(next.Form("choice")));
    }

    [Fact]
    public async Task Whoever_is_overtaken_while_deciding_sees_it_at_once()
    {
        var reference = await OneAsync(site, "surrey", "Overtaken");
        using var visitor = await site.SignInAsync("fll.surrey");
        var page = await BeginAsync(visitor);
        await site.Api("flo.surrey").DoAsync(reference, "register-risk", new { riskReference = "R-6" });
        var shown = await DecideAsync(visitor, page, "sign-off", ("channel", "meeting"));
        Assert.Equal(409, shown.Status);
        Assert.Contains("entered it in the risk register as R-6", shown.Text, StringComparison.Ordinal);
        Assert.Equal("Review your decisions", (await visitor.SubmitAsync(shown.Form("choice"))).Heading);
    }

    [Fact]
    public async Task Confirming_twice_stores_once()
    {
        var reference = await OneAsync(site, "sussex", "Once");
        using var visitor = await site.SignInAsync("fll.sussex");
        var review = await DecideAsync(visitor, await BeginAsync(visitor), "sign-off");
        var before = await VersionAsync(reference);
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.SubmitAsync(review.Document.Forms[^1])));
        Assert.All(results, page => Assert.Equal("/sign-off/meeting/result", page.Path));
        Assert.Contains("1 decision is stored.", (await visitor.GoAsync("/sign-off/meeting/result")).Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await VersionAsync(reference));
    }

    [Fact]
    public async Task A_meeting_is_seen_by_nobody_else_and_given_by_no_other_site()
    {
        await OneAsync(site, "norfolk", "Private");
        using var visitor = await site.SignInAsync("fll.norfolk");
        await DecideAsync(visitor, await BeginAsync(visitor), "sign-off");
        using var other = await site.SignInAsync("hmi");
        Assert.DoesNotContain("under way", (await other.GoAsync("/sign-off")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostBareAsync("/sign-off/meeting/review")).StatusCode);
    }

    private async Task<string> StatusAsync(string reference) => (await site.Api("auditor").GetAsync($"recommendations/{reference}")).GetProperty("status").GetString()!;

    private async Task<long> VersionAsync(string reference) => (await site.Api("auditor").GetAsync($"recommendations/{reference}")).GetProperty("version").GetInt64();
}
