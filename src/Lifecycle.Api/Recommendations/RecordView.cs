using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Recommendations;

/// <summary>Where one record stands, as the API tells it. Built from the fold of its events alone, so any day and any moment can be shown.</summary>
/// <param name="Version">Number of events that it rests on; the ETag.</param>
/// <param name="AsAt">The day of the view.</param>
/// <param name="KnownAt">The moment of the view; null is now.</param>
/// <param name="Level">1 to 4; null is unknown.</param>
/// <param name="StatusSince">The day on which this status began.</param>
/// <param name="Open">Counts as open in every position.</param>
/// <param name="Overdue">Open, and its day has passed.</param>
/// <param name="DueOn">The first dated stage that the body itself must meet.</param>
/// <param name="Scrutiny">True after a pass, false after a return, null when not scrutinised since steps or evidence last changed.</param>
/// <param name="ClaimsImplemented">The force says it is done: a claim, never a status.</param>
/// <param name="Closure">The recommendation of closure that waits for a decision.</param>
/// <param name="SignedOff">The sign-off that ended it.</param>
public sealed record RecordView(
    string Reference,
    long Version,
    DateOnly AsAt,
    DateTimeOffset? KnownAt,
    Status Status,
    DateOnly StatusSince,
    bool Open,
    bool Overdue,
    int? Level,
    RecordKind Kind,
    bool Soft,
    string Body,
    string Publication,
    string Number,
    string? NumberAsPrinted,
    string Title,
    string Summary,
    DateOnly RaisedOn,
    DateOnly? DueOn,
    IReadOnlyList<DeadlineStage> Deadlines,
    string? Parent,
    string? Condition,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Partners,
    string? Owner,
    string? Board,
    RagRated? Rag,
    IReadOnlyList<RiskRegistered> Risks,
    IReadOnlyList<StepView> Steps,
    IReadOnlyList<EvidenceView> Evidence,
    bool? Scrutiny,
    bool ClaimsImplemented,
    DeliveryForecast? Forecast,
    IReadOnlyList<MissedDeadlineExplained> MissedDeadlines,
    IReadOnlyList<ReportedToBoard> BoardReports,
    IReadOnlyList<Linked> Links,
    IReadOnlyList<Corrected> Corrections,
    ClosureRecommended? Closure,
    SignedOff? SignedOff,
    string? Source)
{
    internal static RecordView Of(Recommendation state, AsOf asOf) => new(
        state.Reference, state.Version, asOf.AsAt, asOf.KnownAt, state.Status, state.StatusSince, state.Status.IsOpen(), state.IsOverdue(asOf.AsAt),
        state.Level, state.Kind, state.Raised.Soft, state.Body, state.Raised.Publication, state.Raised.Number,
        state.Raised.NumberAsPrinted, state.Title, state.Summary, state.RaisedOn, state.DueOn, state.Deadlines, state.Raised.Parent,
        state.Raised.Condition, state.Raised.Themes, state.Raised.Areas, state.Raised.Partners, state.Owner, state.Board, state.Rag,
        state.Risks, [.. state.Steps.Select(StepView.Of)], EvidenceView.AllOf(state), state.Scrutiny,
        state.ClaimsImplemented, state.Forecast, state.MissedDeadlines, state.BoardReports,
        state.Links, state.Corrections, (state.Stage as Stage.AwaitingSignOffStage)?.Recommended,
        (state.Stage as Stage.EndedStage)?.By as SignedOff, state.Raised.Source);
}

/// <summary>A step to green and whether it is met.</summary>
public sealed record StepView(string Id, string Criterion, StepOrigin Origin, bool Met)
{
    internal static StepView Of(Step step) => new(step.Criterion.Id, step.Criterion.Criterion, step.Criterion.Origin, step.Met);
}

/// <summary>An item of evidence; what was withdrawn stays visible and says so.</summary>
public sealed record EvidenceView(
    string EvidenceId, string Name, string? Description, string? Sha256, string? MediaType, long? Size, string? Link,
    Marking Marking, IReadOnlyList<string> Steps, bool Withdrawn)
{
    internal static IReadOnlyList<EvidenceView> AllOf(Recommendation state) =>
        [.. state.Evidence.Values.OrderBy(item => item.Submitted.EvidenceId, StringComparer.Ordinal).Select(Of)];

    private static EvidenceView Of(EvidenceItem item)
    {
        var e = item.Submitted;
        return new(e.EvidenceId, e.Name, e.Description, e.Sha256, e.MediaType, e.Size, e.Link, e.Marking, e.Steps, item.Withdrawn);
    }
}
