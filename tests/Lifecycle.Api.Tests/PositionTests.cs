using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>Figures of the papers, read from the sample register over HTTP.</summary>
public sealed class PositionTests(Service service)
{
    private static readonly string[] Kinds = ["cause-of-concern", "recommendation", "area-for-improvement"];

    [Fact]
    public async Task West_Mercia_as_at_4_September_2023()
    {
        var position = await service.As("demo.board.west-mercia").ReadAsync("/api/v1/positions?body=west-mercia&asAt=2023-09-04");
        Assert.Equal([6m, 104m, 34m], Kinds.Select(kind => Total(position, kind).GetProperty("open").GetDecimal()));
    }

    [Fact]
    public async Task A_declared_count_is_the_total_and_what_is_itemised_counts_towards_it()
    {
        var position = await service.As("demo.board.west-mercia").ReadAsync("/api/v1/positions?body=west-mercia&asAt=2023-09-04");
        foreach (var total in Kinds.Select(kind => Total(position, kind)))
        {
            Assert.Equal("declared", total.GetProperty("basis").GetString());
            Assert.Equal(
                total.GetProperty("declared").GetDecimal(),
                (total.GetProperty("itemised") is { ValueKind: JsonValueKind.Number } itemised ? itemised.GetDecimal() : 0) + total.GetProperty("notItemised").GetDecimal());
            Assert.NotEqual(JsonValueKind.Null, total.GetProperty("source").ValueKind);
        }
    }

    [Fact]
    public async Task Eight_forces_compared_with_their_averages_and_the_nations()
    {
        var comparison = await service.As("demo.board.west-mercia").ReadAsync("/api/v1/comparisons?body=west-mercia&with=msg&asAt=2023-09-04");
        Assert.Equal(8, comparison.GetProperty("forces").GetArrayLength());
        Assert.Equal([6m, 106.625m, 33.125m], Kinds.Select(kind => Of(comparison.GetProperty("averages"), kind).GetProperty("value").GetDecimal()));
        var national = comparison.GetProperty("declaredAverages").EnumerateArray().Where(e => e.GetProperty("subject").GetString() == "national-average").ToList();
        Assert.Equal([4m, 129m, 27.8m], Kinds.Select(kind => national.Single(e => e.GetProperty("kind").GetString() == kind).GetProperty("value").GetDecimal()));
    }

    [Fact]
    public async Task A_comparison_with_an_unknown_group_says_so()
    {
        var answer = await service.As("demo.flo.essex").GetAsync("/api/v1/comparisons?body=essex&with=msg");
        Assert.Equal((422, "group_unknown"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Counts_can_be_split()
    {
        var record = await Raised.NewAsync(service, level: null, body: "north-wales");
        var position = await record.As("board").ReadAsync("/api/v1/positions?groupBy=body,kind,level,status,publication&body=north-wales");
        var group = position.GetProperty("groups").EnumerateArray().Single(e => e.GetProperty("publication").GetString() == record.Publication);
        Assert.Equal(
            ("north-wales", "recommendation", JsonValueKind.Null, "raised", 1),
            (group.GetProperty("body").GetString(), group.GetProperty("kind").GetString(), group.GetProperty("level").ValueKind, group.GetProperty("status").GetString(), group.GetProperty("open").GetInt32()));
    }

    [Fact]
    public async Task A_position_holds_nothing_of_bodies_that_the_caller_may_not_see()
    {
        await Raised.NewAsync(service, body: "gwent");
        var position = await service.As("demo.flo.essex").ReadAsync("/api/v1/positions?groupBy=body");
        Assert.DoesNotContain("gwent", position.GetRawText(), StringComparison.Ordinal);
        var asked = await service.As("demo.flo.essex").ReadAsync("/api/v1/positions?groupBy=body&body=gwent");
        Assert.Equal(0, asked.GetProperty("groups").GetArrayLength());
    }

    [Fact]
    public async Task Declaring_a_position_twice_adds_nothing_and_it_shows_on_its_day()
    {
        var declaration = Declaration(Raised.NewId(), "cumbria");
        var answers = new[] { await DeclareAsync(declaration), await DeclareAsync(declaration) };
        Assert.Equal([201, 200], answers.Select(answer => answer.Status));
        var position = await service.As("demo.flo.cumbria").ReadAsync("/api/v1/positions?body=cumbria&asAt=2024-03-31");
        Assert.Equal(("declared", 3m), (Total(position, "recommendation").GetProperty("basis").GetString(), Total(position, "recommendation").GetProperty("open").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, Total(position, "cause-of-concern").GetProperty("open").ValueKind);
    }

    [Fact]
    public async Task Declaring_other_counts_under_the_same_id_is_refused()
    {
        var declaration = Declaration(Raised.NewId(), "dorset");
        await DeclareAsync(declaration);
        declaration["counts"] = new Dictionary<string, decimal> { ["recommendation"] = 4 };
        var answer = await DeclareAsync(declaration);
        Assert.Equal((422, "position_differs"), (answer.Status, answer.Code));
    }

    internal static Dictionary<string, object?> Declaration(string id, string body) => new()
    {
        ["position"] = id,
        ["subject"] = new { kind = "body", body },
        ["asAt"] = "2024-03-31",
        ["source"] = "Paper of April 2024",
        ["counts"] = new Dictionary<string, decimal> { ["recommendation"] = 3 },
    };

    private Task<Answer> DeclareAsync(object declaration) => service.As("demo.hmi").PostAsync("/api/v1/declared-positions", declaration);

    private static JsonElement Total(JsonElement position, string kind) => Of(position.GetProperty("totals"), kind);

    private static JsonElement Of(JsonElement list, string kind) => list.EnumerateArray().Single(e => e.GetProperty("kind").GetString() == kind);
}
