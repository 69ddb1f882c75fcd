using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>The register: lists, one record, history, and every command once.</summary>
public sealed class RecommendationTests(Service service)
{
    [Fact]
    public async Task Pages_neither_repeat_nor_skip()
    {
        var all = await ReferencesAsync("?asAt=2023-09-04&pageSize=200");
        var paged = new List<string>();
        for (var page = 1; paged.Count < Math.Min(all.Count, 150); page++)
            paged.AddRange(await ReferencesAsync($"?asAt=2023-09-04&pageSize=37&page={page}"));
        Assert.Equal(all.Take(paged.Count), paged);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_empty_and_still_knows_the_total()
    {
        var list = await service.As("demo.auditor").ReadAsync("/api/v1/recommendations?body=west-mercia&page=5000");
        Assert.Equal(0, list.GetProperty("items").GetArrayLength());
        Assert.True(list.GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task Filters_narrow()
    {
        var record = await Raised.NewAsync(service, level: 3, body: "kent", kind: "area-for-improvement");
        await record.DoAsync("flo", "allocate", new { owner = "head-of-roads", board = "roads-board" });
        var mine = $"publication={record.Publication}";
        Assert.Equal(1, await TotalAsync($"{mine}&body=kent&kind=area-for-improvement,recommendation&level=3,unknown&status=in-progress&owner=head-of-roads&board=roads-board&overdue=false"));
        Assert.Equal(1, await TotalAsync($"{mine}&q={record.Reference[..8]}"));
        foreach (var other in (string[])["body=essex", "kind=recommendation", "level=unknown", "status=raised", "owner=nobody", "board=none", "overdue=true", "q=zebra"])
            Assert.Equal((other, 0), (other, await TotalAsync($"{mine}&{other}")));
    }

    [Fact]
    public async Task A_missed_deadline_makes_it_overdue_until_it_is_closed()
    {
        var record = await Raised.NewAsync(service);
        var due = Raised.Day.AddDays(10);
        await record.DoAsync("fll", "change-deadline", new { deadlines = new[] { new { what = "All", printed = "soon", form = "day", due } }, reason = "Agreed" });
        Assert.True((await record.As("board").ReadAsync(record.Path)).GetProperty("overdue").GetBoolean());
        Assert.False((await record.As("board").ReadAsync($"{record.Path}?asAt={due:yyyy-MM-dd}")).GetProperty("overdue").GetBoolean());
        Assert.Equal(1, await TotalAsync($"publication={record.Publication}&overdue=true"));
    }

    [Fact]
    public async Task History_tells_every_event_with_the_status_after_it()
    {
        var record = await (await Raised.NewAsync(service)).RecommendedAsync();
        var history = await record.As("board").ReadAsync($"{record.Path}/history?pageSize=3&page=2");
        Assert.Equal(5, history.GetProperty("total").GetInt32());
        var items = history.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([4L, 5L], items.Select(item => item.GetProperty("version").GetInt64()));
        Assert.Equal(["step_met", "closure_recommended"], items.Select(item => item.GetProperty("type").GetString()));
        Assert.Equal(["steps-evidenced", "closure-recommended"], items.Select(item => item.GetProperty("statusAfter").GetString()));
        Assert.Equal(("demo.flo.west-mercia", "flo", "west-mercia"), (Text(items[1], "actor"), Text(items[1], "role"), Text(items[1], "body")));
        Assert.Equal("Done", items[1].GetProperty("data").GetProperty("statement").GetString());
        Assert.EndsWith("Z", Text(items[1], "recordedAt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_is_taken_in_the_course_of_a_life()
    {
        var record = await Raised.NewAsync(service, level: null);
        var due = Raised.Day.AddDays(5);
        (string Who, string Verb, object Content)[] life =
        [
            ("fll", "grade", new { level = 2, reason = "As printed" }), ("flo", "decide-relevance", new { relevant = false, reason = "Not ours" }),
            ("flo", "decide-relevance", new { relevant = true, reason = "Ours after all" }),
            ("flo", "allocate", new { owner = "head-of-custody" }), ("lead", "rate-rag", new { rag = "amber", reason = "Begun" }),
            ("lead", "register-risk", new { riskReference = "R1" }), ("lead", "set-steps", new { steps = new[] { new { id = "1", criterion = "Done", origin = "force" } } }),
            ("lead", "meet-step", new { step = "1" }), ("lead", "reopen-step", new { step = "1", reason = "Not quite" }), ("lead", "meet-step", new { step = "1", note = "Now" }),
            ("lead", "report-progress", new { text = "Going well", reportId = "r1", forBoard = true }),
            ("lead", "submit-evidence", new { name = "a.pdf", evidenceId = "e1", sha256 = new string('a', 64), mediaType = "application/pdf", size = 5 }),
            ("lead", "submit-evidence", new { name = "b", evidenceId = "e2", link = "https://example.org/b" }),
            ("lead", "withdraw-evidence", new { evidenceId = "e2", reason = "Old" }), ("flo", "request-guidance", new { question = "Enough?", requestId = "q1" }),
            ("fll", "give-guidance", new { advice = "Yes", requestId = "q1" }), ("dcc", "return-scrutiny", new { reason = "More" }), ("dcc", "pass-scrutiny", new { }),
            ("fll", "change-deadline", new { deadlines = new[] { new { what = "All", printed = "soon", form = "day", due } }, reason = "Agreed" }),
            ("flo", "explain-missed-deadline", new { reason = "Late system", due }), ("flo", "forecast", new { expected = "2030-01-31" }),
            ("flo", "report-to-board", new { board = "sib", meetingOn = Raised.Day.AddDays(40), reportId = "r1" }),
            ("flo", "link", new { relation = "continues", target = (await Raised.NewAsync(service)).Reference }), ("fll", "correct", new { field = "title", printed = "Title 1", value = "Better", reason = "Misprint" }),
            ("flo", "recommend-closure", new { statement = "Done" }), ("chief", "return-closure", new { missing = "A note" }), ("flo", "recommend-closure", new { statement = "Done again" }),
            ("chief", "sign-off", new { oversightNote = "Seen" }), ("fll", "reopen", new { reason = "Re-inspection" }), ("fll", "close-not-applicable", new { reason = "Gone" }),
            ("fll", "reopen", new { reason = "Back" }), ("fll", "supersede", new { successor = (await Raised.NewAsync(service)).Reference, reason = "Repeated" }), ("fll", "reopen", new { reason = "Again" }),
            ("fll", "withdraw", new { reason = "In error" }),
        ];
        foreach (var (who, verb, content) in life)
            await record.DoAsync(who, verb, content);
        Assert.Equal(Domain.Recommendations.RecommendationCommands.Known.Keys.Order(), life.Select(step => step.Verb).Distinct().Order());
        Assert.Equal(life.Length + 1, (await record.As("board").ReadAsync($"{record.Path}/history")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_link_to_a_record_that_is_not_in_the_register_is_refused_whoever_holds_the_other()
    {
        var record = await Raised.NewAsync(service);
        var other = await Raised.NewAsync(service, body: "essex");
        var refused = await record.TryAsync("flo", "link", new { relation = "continues", target = $"{other.Reference}-x" });
        Assert.Equal((422, "linked_record_unknown"), (refused.Status, refused.Code));
        Assert.Equal("\"1\"", await record.ETagAsync());
        await record.DoAsync("flo", "link", new { relation = "continues", target = other.Reference });
        Assert.Equal("\"2\"", await record.ETagAsync());
    }

    [Fact]
    public async Task A_record_is_not_replaced_by_one_that_is_not_in_the_register()
    {
        var record = await Raised.NewAsync(service);
        var refused = await record.TryAsync("fll", "supersede", new { successor = $"{record.Reference}-x", reason = "Repeated" });
        Assert.Equal((422, "linked_record_unknown"), (refused.Status, refused.Code));
        Assert.Equal("\"1\"", await record.ETagAsync());
    }

    [Fact]
    public async Task A_command_whose_effect_stands_changes_nothing()
    {
        var record = await Raised.NewAsync(service);
        await record.DoAsync("flo", "allocate", new { owner = "head-of-custody" });
        await record.DoAsync("flo", "allocate", new { owner = "head-of-custody" });
        Assert.Equal("\"2\"", await record.ETagAsync());
    }

    private async Task<IReadOnlyList<string>> ReferencesAsync(string query) =>
        [.. (await service.As("demo.auditor").ReadAsync($"/api/v1/recommendations{query}")).GetProperty("items").EnumerateArray().Select(item => Text(item, "reference")!)];

    private async Task<int> TotalAsync(string query) =>
        (await service.As("demo.auditor").ReadAsync($"/api/v1/recommendations?{query}")).GetProperty("total").GetInt32();

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
