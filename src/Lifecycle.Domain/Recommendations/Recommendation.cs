using System.Collections.Immutable;

namespace Lifecycle.Domain.Recommendations;

/// <summary>
/// Where one record stands with one body. Nothing but the fold of its events; how each event changes it is in
/// Recommendation.Apply.cs. Facts that do not depend on each other are kept apart (relevance, work, stage), and the
/// one-word <see cref="Status"/> is derived from them.
/// </summary>
public sealed partial record Recommendation
{
    public required RecommendationRaised Raised { get; init; }
    public required DateOnly RaisedOn { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required IReadOnlyList<DeadlineStage> Deadlines { get; init; }

    /// <summary>1 to 4; null is unknown.</summary>
    public int? Level { get; init; }

    public bool Relevant { get; init; } = true;

    /// <summary>Somebody has begun: allocated, planned, reported or proved something.</summary>
    public bool WorkedOn { get; init; }

    public Stage Stage { get; init; } = Stage.Working;
    public string? Owner { get; init; }
    public string? Board { get; init; }
    public RagRated? Rag { get; init; }
    public ImmutableList<RiskRegistered> Risks { get; init; } = [];
    public ImmutableList<Step> Steps { get; init; } = [];
    public ImmutableList<ProgressReported> Reports { get; init; } = [];

    /// <summary>Some report says that it is done: a claim, never a status.</summary>
    public bool ClaimsImplemented { get; init; }

    /// <summary>Everything ever submitted, by id; what was withdrawn says so.</summary>
    public ImmutableDictionary<string, EvidenceItem> Evidence { get; init; } = ImmutableDictionary<string, EvidenceItem>.Empty;

    public ImmutableHashSet<string> GuidanceIds { get; init; } = [];

    /// <summary>True after a pass, false after a return, null when not scrutinised since steps or evidence last changed.</summary>
    public bool? Scrutiny { get; init; }

    public ImmutableList<MissedDeadlineExplained> MissedDeadlines { get; init; } = [];
    public DeliveryForecast? Forecast { get; init; }
    public ImmutableList<ReportedToBoard> BoardReports { get; init; } = [];
    public ImmutableList<Linked> Links { get; init; } = [];
    public ImmutableList<Corrected> Corrections { get; init; } = [];

    /// <summary>
    /// Everything folded in, with its day. What was said late takes its place in the past without changing the present,
    /// so only this shows that it has been said already.
    /// </summary>
    public ImmutableList<Dated> Log { get; init; } = [];

    /// <summary>Number of events folded in.</summary>
    public long Version { get; init; }

    /// <summary>The day on which the present status began.</summary>
    public DateOnly StatusSince { get; init; }

    /// <summary>The day on which the stream begins; nothing happens before it. A corrected <see cref="RaisedOn"/> does not move it.</summary>
    public DateOnly BeginsOn => Log.IsEmpty ? Raised.RaisedOn : Log[0].On;

    public string Reference => Raised.Reference;
    public string Body => Raised.Body;
    public RecordKind Kind => Raised.Kind;

    /// <summary>One of nine words.</summary>
    public Status Status => Stage switch
    {
        Stage.EndedStage ended => ended.Status,
        _ when !Relevant => Status.NotRelevant,
        Stage.AwaitingSignOffStage => Status.ClosureRecommended,
        _ when AllStepsMet && HasEvidence => Status.StepsEvidenced,
        _ => WorkedOn ? Status.InProgress : Status.Raised,
    };

    public bool AllStepsMet => !Steps.IsEmpty && Steps.TrueForAll(step => step.Met);

    public IEnumerable<EvidenceItem> StandingEvidence =>
        Evidence.Values.Where(item => !item.Withdrawn).OrderBy(item => item.Submitted.EvidenceId, StringComparer.Ordinal);

    // Asked at every step of a fold, which does not need them in order.
    private bool HasEvidence => !Evidence.IsEmpty && Evidence.Any(item => !item.Value.Withdrawn);

    /// <summary>The first dated stage that this body itself must meet; null when it has none.</summary>
    public DateOnly? DueOn => Deadlines.Where(IsOwn).Min(stage => stage.Due);

    /// <summary>Open, and a dated stage of its own has passed by the given day. The due day itself is in time.</summary>
    public bool IsOverdue(DateOnly asAt) => Status.IsOpen() && DueOn < asAt;

    private bool IsOwn(DeadlineStage stage) => stage.Owner is null || stage.Owner == Body;
}

/// <summary>An event with the day it happened and its place in the stream.</summary>
public sealed record Dated(DateOnly On, IEvent Event, long Version);

/// <summary>A step to green and whether it is met.</summary>
public sealed record Step(StepToGreen Criterion, bool Met);

/// <summary>An item of evidence and whether it still counts.</summary>
public sealed record EvidenceItem(EvidenceSubmitted Submitted, bool Withdrawn)
{
    public JudgedEvidence AsJudged => new(Submitted.EvidenceId, Submitted.Sha256, Submitted.Link);
}

/// <summary>How far towards closure: being worked on, waiting for a sign-off, or ended.</summary>
public abstract record Stage
{
    public static Stage Working { get; } = new WorkingStage();

    public sealed record WorkingStage : Stage;

    /// <summary>Closure was recommended and nobody has decided yet.</summary>
    public sealed record AwaitingSignOffStage(ClosureRecommended Recommended) : Stage;

    /// <summary>Signed off, closed as not applicable, superseded or withdrawn.</summary>
    public sealed record EndedStage(Status Status, IEvent By) : Stage;
}
