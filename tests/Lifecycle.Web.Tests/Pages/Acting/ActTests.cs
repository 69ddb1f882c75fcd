using System.Net;
using Lifecycle.Web.Tests.Pages.Recommendations;
using static Lifecycle.Web.Tests.Pages.Acting.EveryActTests;

namespace Lifecycle.Web.Tests.Pages.Acting;

/// <summary>What can happen on the way: somebody else acts, one presses twice, the day is wrong, the text is hostile.</summary>
public sealed class ActTests(Site site)
{
    private const string Hostile = "<script>alert(1)</script> \"quoted\" & 'so on'";

    [Fact]
    public async Task Whoever_was_overtaken_sees_what_others_did_keeps_what_was_typed_and_decides_again()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/rate-rag");
        await site.Api("lead.west-mercia").DoAsync(reference, "register-risk", new { riskReference = "R-9", note = "Scored 20" });

        var shown = await visitor.SubmitAsync(Form(page), ("rag", "red"), ("reason", "Nobody has begun"));

        Assert.Equal(409, shown.Status);
        Assert.Contains("A business area lead of West Mercia Police (demo.lead.west-mercia) entered it in the risk register as R-9.", shown.Text, StringComparison.Ordinal);
        Assert.Contains(("reason", "Nobody has begun"), FormFields.Of(Form(shown)));
        var record = await visitor.SubmitAsync(Form(shown));
        Assert.Contains("Progress is rated.", record.AssertOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_no_longer_be_given_is_shown_to_be_copied()
    {
        var reference = await RecordLives.RecommendedAsync(site);
        using var visitor = await site.SignInAsync("chief.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/return-closure");
        await site.Api("chief.west-mercia").DoAsync(reference, "sign-off", new { oversightNote = "Seen" });

        var shown = await visitor.SubmitAsync(Form(page), ("missing", "A second quarter"));

        Assert.Equal(409, shown.Status);
        Assert.Contains("signed it off with the authority of the chief constable", shown.Text, StringComparison.Ordinal);
        Assert.Equal("A second quarter", shown.Summary("What is missing?"));
    }

    [Fact]
    public async Task Pressing_twice_stores_once()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var form = Form(await visitor.GoAsync($"/recommendations/{reference}/do/report-progress"));
        var presses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.SubmitAsync(form, ("text", "Reviews run"), ("audience", "board"))));
        var later = await visitor.SubmitAsync(form, ("text", "Reviews run"), ("audience", "board"));
        Assert.All([.. presses, later], page => Assert.Equal($"/recommendations/{reference}", page.Path));
        Assert.Equal(2, await EventsAsync(reference));
    }

    [Fact]
    public async Task Going_back_and_typing_something_else_is_another_act()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var form = Form(await visitor.GoAsync($"/recommendations/{reference}/do/report-progress"));
        await visitor.SubmitAsync(form, ("text", "Reviews run"), ("audience", "board"));
        var shown = await visitor.SubmitAsync(form, ("text", "Reviews run everywhere"), ("audience", "board"));
        Assert.Equal(409, shown.Status);
        await visitor.SubmitAsync(Form(shown));
        Assert.Equal(3, await EventsAsync(reference));
    }

    [Fact]
    public async Task A_grave_act_is_shown_once_more_and_can_be_changed_before_it_is_given()
    {
        var reference = await RecordLives.RecommendedAsync(site);
        using var visitor = await site.SignInAsync("chief.west-mercia");
        var check = await visitor.SubmitAsync(
            Form(await visitor.GoAsync($"/recommendations/{reference}/do/sign-off")), ("oversightNote", "Seen by the board"));
        Assert.Equal(("Seen by the board", "Today"), (check.Summary("What oversight was there?"), check.Summary("When did it happen?")));
        Assert.Contains("only HMICFRS can reopen it", check.Text, StringComparison.Ordinal);

        var again = await visitor.SubmitAsync(Form(check), ("go", "change"));
        Assert.Contains(("oversightNote", "Seen by the board"), FormFields.Of(Form(again)));
        var record = await ConfirmAsync(visitor, await visitor.SubmitAsync(Form(again), ("oversightNote", "Seen by two boards")));

        Assert.Contains("It is signed off. The record is signed off and takes no more work.", record.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("effectiveOn-year", "2099", "effectiveOn", "The effective day 1 February 2099 is in the future. Enter it once it has happened.")]
    [InlineData("effectiveOn-year", "1999", "effectiveOn", "The effective day 1 February 1999 lies before the record was raised on 15 January 2026.")]
    [InlineData("effectiveOn-month", "", "effectiveOn", "The day must include a month.")]
    [InlineData("effectiveOn-day", "31", "effectiveOn", "The day must be a real day, for example 27 3 2026.")]
    public async Task A_wrong_day_is_said_beside_the_day(string part, string text, string field, string message)
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        (string Name, string? Value)[] day = [("effectiveOn-day", "1"), ("effectiveOn-month", "2"), ("effectiveOn-year", "2026")];
        var shown = await visitor.SubmitAsync(
            Form(await visitor.GoAsync($"/recommendations/{reference}/do/request-guidance")),
            [("question", "How?"), .. day.Where(one => one.Name != part), (part, text)]);
        shown.AssertError(field, message);
    }

    [Fact]
    public async Task What_HMICFRS_decided_is_entered_with_where_it_is_written()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/close-not-applicable");
        var shown = await visitor.SubmitAsync(Form(page), ("reason", "Inspected since"));
        shown.AssertError("source", "Enter the source.");
        var record = await ConfirmAsync(visitor, await visitor.SubmitAsync(Form(shown), ("source", "Letter of 3 July")));
        Assert.Contains("It is closed as not applicable.", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var check = await visitor.SubmitAsync(
            Form(await visitor.GoAsync($"/recommendations/{reference}/do/recommend-closure")), ("statement", Hostile));
        Assert.Equal(Hostile, check.Summary("Why can it be closed?"));
        Assert.Empty(check.Document.QuerySelectorAll("main script"));
        var again = await visitor.SubmitAsync(Form(check), ("go", "change"));
        Assert.Contains(("statement", Hostile), FormFields.Of(Form(again)));
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var answer = await visitor.PostBareAsync(
            $"/recommendations/{reference}/do/request-guidance", ("question", "How?"), ("version", "1"), ("key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, await EventsAsync(reference));
    }

    [Fact]
    public async Task Acting_is_always_about_now()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/rate-rag?asAt=2026-02-01");
        Assert.Equal($"/recommendations/{reference}/do/rate-rag", page.Path);
    }

    private async Task<long> EventsAsync(string reference) =>
        (await site.Api("auditor").GetAsync($"recommendations/{reference}")).GetProperty("version").GetInt64();
}
