namespace Lifecycle.Api.Tests;

/// <summary>Who may sign off what, as people meet it over HTTP.</summary>
public sealed class SignOffTests(Service service)
{
    private static readonly object WithNote = new { oversightNote = "Seen by the service improvement board" };
    private static readonly object WithoutNote = new { };

    [Fact]
    public async Task Level_2_is_signed_off_by_the_chief_constable_with_an_oversight_note()
    {
        var record = await (await Raised.NewAsync(service, level: 2)).RecommendedAsync();
        var without = await record.TryAsync("chief", "sign-off", WithoutNote);
        Assert.Equal((422, "oversight_note_required", "level-2-chief-constable@1"), (without.Status, without.Code, Rule(without)));
        Assert.Equal("signed-off", await record.DoAsync("chief", "sign-off", WithNote));
        var signed = await record.As("board").ReadAsync(record.Path);
        Assert.Equal("chief-constable", signed.GetProperty("signedOff").GetProperty("authority").GetString());
    }

    [Fact]
    public async Task Level_3_is_refused_to_the_chief_constable_with_the_rule_named_and_signed_by_the_force_liaison_lead()
    {
        var record = await (await Raised.NewAsync(service, level: 3)).RecommendedAsync();
        var refused = await record.TryAsync("chief", "sign-off", WithNote);
        Assert.Equal((403, "no_authority", "level-3-hmicfrs@1"), (refused.Status, refused.Code, Rule(refused)));
        Assert.Contains("level-3-hmicfrs", refused.Detail, StringComparison.Ordinal);
        Assert.Equal("signed-off", await record.DoAsync("fll", "sign-off", WithoutNote));
    }

    [Fact]
    public async Task Nobody_signs_off_what_they_recommended_not_even_standing_in_as_chief()
    {
        var record = await (await Raised.NewAsync(service, level: 2)).RecommendedAsync(by: "dcc");
        var refused = await record.TryAsync("acting-chief", "sign-off", WithNote);
        Assert.Equal((422, "own_recommendation"), (refused.Status, refused.Code));
        Assert.Equal("signed-off", await record.DoAsync("chief", "sign-off", WithNote));
    }

    [Fact]
    public async Task A_regrade_while_closure_is_pending_takes_the_chief_constables_authority_away()
    {
        var record = await (await Raised.NewAsync(service, level: 2)).RecommendedAsync();
        await record.DoAsync("fll", "grade", new { level = 3, reason = "Worse than thought" });
        Assert.Equal((403, "no_authority"), Of(await record.TryAsync("chief", "sign-off", WithNote)));
        Assert.Equal("signed-off", await record.DoAsync("fll", "sign-off", WithoutNote));
    }

    [Fact]
    public async Task A_cause_of_concern_stays_open_while_one_of_its_recommendations_is()
    {
        var publication = Raised.NewId();
        await service.As("demo.hmi").PostAsync("/api/v1/publications", Raised.Paper(publication,
            [Raised.Record("1", "cause-of-concern", 3, ["west-mercia"]), Raised.Record("2", "recommendation", 3, ["west-mercia"], parent: "1")]));
        var (cause, child) = (Raised.Known(service, publication, "1", "west-mercia"), Raised.Known(service, publication, "2", "west-mercia"));
        await cause.RecommendedAsync();
        var refused = await cause.TryAsync("fll", "sign-off", WithoutNote);
        Assert.Equal((422, "open_children"), Of(refused));
        Assert.Contains(child.Reference, refused.Detail, StringComparison.Ordinal);
        await child.RecommendedAsync();
        await child.DoAsync("fll", "sign-off", WithoutNote);
        Assert.Equal("signed-off", await cause.DoAsync("fll", "sign-off", WithoutNote));
    }

    [Fact]
    public async Task What_a_national_body_owns_no_force_can_close()
    {
        var record = await Raised.NewAsync(service, body: "npcc");
        Assert.Equal((404, "not_found"), Of(await record.TryAsync("demo.chief.west-mercia", "sign-off", WithNote)));
    }

    [Fact]
    public async Task What_waits_is_in_the_queue_of_those_who_decide_and_of_nobody_elses()
    {
        var record = await (await Raised.NewAsync(service, level: 2, body: "suffolk")).RecommendedAsync(by: "dcc");
        Assert.Equal([record.Reference], await QueueAsync("demo.chief.suffolk"));
        Assert.Equal([], await QueueAsync("demo.acting-chief.suffolk"));
        Assert.Equal([], await QueueAsync("demo.fll.suffolk"));
        Assert.Equal([record.Reference], await QueueAsync("demo.flo.suffolk"));
        Assert.Equal([], await QueueAsync("demo.chief.norfolk"));
        await record.DoAsync("chief", "sign-off", WithNote);
        Assert.Equal([], await QueueAsync("demo.chief.suffolk"));
    }

    [Fact]
    public async Task Hmicfrs_decisions_typed_in_by_the_force_need_their_source()
    {
        var record = await Raised.NewAsync(service, level: null);
        Assert.Equal((422, "source_required"), Of(await record.TryAsync("flo", "grade", new { level = 3 })));
        await record.DoAsync("flo", "grade", new { level = 3, source = "Portal, 12 June" });
        var history = await record.As("board").ReadAsync($"{record.Path}/history");
        Assert.Equal("Portal, 12 June", history.GetProperty("items")[1].GetProperty("source").GetString());
    }

    private async Task<IReadOnlyList<string?>> QueueAsync(string persona) =>
        [.. (await service.As(persona).ReadAsync("/api/v1/sign-off-queue")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("reference").GetString())];

    private static (int, string?) Of(Answer answer) => (answer.Status, answer.Code);

    private static string? Rule(Answer answer) => answer.Body.GetProperty("rule").GetString();
}
