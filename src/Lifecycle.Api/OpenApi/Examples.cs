using System.Text.Json;
using Lifecycle.Api.Events;
using Lifecycle.Api.Positions;
using Lifecycle.Api.Publications;
using Lifecycle.Api.Queue;
using Lifecycle.Api.Recommendations;
using Lifecycle.Api.Requests;
using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.OpenApi;

/// <summary>The examples of the API reference: one story, an area for improvement of West Mercia on stop and search.</summary>
internal static class Examples
{
    private const string Reference = "peel-2021-22-west-mercia-afi-1-west-mercia";
    private const string Paper = "peel-2021-22-west-mercia";
    private static readonly DateOnly Day = new(2023, 9, 4);
    private static readonly DateTimeOffset Moment = new(2026, 1, 12, 9, 30, 0, TimeSpan.Zero);

    private static readonly RecommendationRaised Raised = new(
        Reference, Paper, "afi-1", null, RecordKind.AreaForImprovement, false, "west-mercia", "Stop and search", "Improve stop and search.", 2, [], null,
        null, ["stop-and-search"], [], [], new DateOnly(2022, 12, 31), "Seed paper 004, lines 135-136");

    private static readonly Recommendation State = Recommendation.Create(Raised);

    public static RecordView Status { get; } = RecordView.Of(State, new AsOf(Day));

    public static Listing<RecordItem> Records { get; } = new([RecordItem.Of(RegisterRow.Of(State), Day)], 1, Day, null);

    public static Listing<HistoryEntry> History { get; } = new(
        [new(1, 42, "recommendation_raised", Moment, new DateOnly(2022, 12, 31), true, "flo.west-mercia", Role.Flo, "west-mercia", null, null, Raised.Source, Data, Domain.Status.Raised)],
        1, Day, null);

    public static CloudEvent Event { get; } = new(
        "1.0", "0198f2a0-0000-7000-8000-000000000042", "/api/v1/events", "uk.police.lifecycle.recommendation_raised", Reference, Moment,
        "application/json", "42", new DateOnly(2022, 12, 31), "west-mercia", "1", Role.Flo, Data);

    public static IReadOnlyList<CloudEvent> Events { get; } = [Event];

    public static Publish Publish { get; } = new(
        "peel-2027-west-mercia", "PEEL 2027: An inspection of West Mercia Police", "peel", PublishedOn: new DateOnly(2026, 6, 1),
        Inspected: ["west-mercia"], Addressed: ["west-mercia"], Source: "Letter of 1 June 2026",
        Records: [new("afi-1", "1", RecordKind.AreaForImprovement, false, "Custody records", "Keep custody records complete.", ["west-mercia"], "West Mercia Police", [], null, null, 2, [], [], [], "Page 12")]);

    public static Listing<PublicationItem> Publications { get; } = new([Item], 1, Day, null);

    public static PublicationView Publication { get; } = new(
        Item, [new("west-mercia", "area-for-improvement", 16, "Seed paper 004, lines 134-136", null)], [Grade], Day, null);

    public static Listing<GradeView> Grades { get; } = new([Grade], 1, Day, null);

    public static PositionView Position { get; } = new(
        Day, null, [new(null, RecordKind.Recommendation, null, null, null, 11)], [Total], [new(Paper, "west-mercia", RecordKind.AreaForImprovement, 16, 4, "Seed paper 004, lines 134-136")]);

    public static ComparisonView Comparison { get; } = new(
        "west-mercia", Day, null, [new("west-mercia", [Total])], [new(RecordKind.Recommendation, 106.625m, 8, 8)],
        [new("national-average-2023-09-04", SubjectKind.NationalAverage, RecordKind.Recommendation, 129m, "Seed paper 004, lines 72-78", null)]);

    public static DeclarePosition Declare { get; } = new(
        "west-mercia-2023-09-04", new PositionSubject(SubjectKind.Body, "west-mercia"), Day,
        new Dictionary<RecordKind, decimal?> { [RecordKind.CauseOfConcern] = 6, [RecordKind.Recommendation] = 104, [RecordKind.AreaForImprovement] = 34 },
        "Seed paper 004, lines 46-51");

    public static PositionDeclared Declared { get; } = new(Declare.Position, Declare.Subject, Declare.AsAt, Declare.Counts, Declare.Source, null);

    public static Listing<QueueView> Queue { get; } = new(
        [new(Reference, Paper, "west-mercia", "Stop and search", RecordKind.AreaForImprovement, 2, Day, "flo.west-mercia", "Every step is met and evidenced.", 1, SignOffAuthority.ChiefConstable, true, "level-2-chief-constable@1")],
        1, Day, null);

    private static PublicationItem Item => new(
        Paper, "PEEL 2021/22 (West Mercia Police)", null, "peel", new DateOnly(2022, 12, 31), DatePrecision.Year, "2021/22", false,
        ["west-mercia"], ["west-mercia"], [], null, "Seed paper 004, lines 134-136", null, 5, 5, new Dictionary<Status, long> { [Domain.Status.InProgress] = 5 });

    private static GradeView Grade => new(
        "peel-2023-2025-west-mercia", "west-mercia", "2023-2025", "Preventing crime", JudgmentScale.FivePoint, JudgmentGrade.Good, JudgmentGrade.Good, GradeProvenance.Inspected, null);

    private static TotalView Total => new("west-mercia", RecordKind.Recommendation, 104, Basis.Declared, 11, 104, 93, false, "Seed paper 004, lines 46-51");

    private static JsonElement Data => JsonSerializer.SerializeToElement(Raised, ApiJson.Options);
}
