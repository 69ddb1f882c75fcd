namespace Lifecycle.Domain.Recommendations;

// How each event changes the state. Total: any event in any state gives a state, because history is never refused.
public sealed partial record Recommendation
{
    public static Recommendation Create(RecommendationRaised raised) => new()
    {
        Raised = raised,
        RaisedOn = raised.RaisedOn,
        Title = raised.Title,
        Summary = raised.Summary,
        Level = raised.Level,
        Deadlines = raised.Deadlines,
        StatusSince = raised.RaisedOn,
        Log = [new(raised.RaisedOn, raised, 1)],
        Version = 1,
    };

    /// <summary>The state after these events, taken in the order in which they happened; null when the raise is not among them.</summary>
    public static Recommendation? Fold(IEnumerable<Recorded> events) => History.InOrder(events).Aggregate((Recommendation?)null, Evolve);

    /// <summary>Folds one more event in; null before the raise, which only the raise can end.</summary>
    public static Recommendation? Evolve(Recommendation? state, Recorded recorded) => (state, recorded.Event) switch
    {
        (null, RecommendationRaised raised) => Create(raised) with { Log = [new(recorded.EffectiveOn, raised, recorded.Version)], StatusSince = recorded.EffectiveOn },
        (null, _) => null,
        ({ } current, var happened) => current.After(current.Apply(happened), new(recorded.EffectiveOn, happened, recorded.Version)),
    };

    public Recommendation Apply(LevelGraded e) => this with { Level = e.Level };

    public Recommendation Apply(RelevanceDecided e) => this with { Relevant = e.Relevant };

    public Recommendation Apply(OwnerAllocated e) => this with { Owner = e.Owner, Board = e.Board ?? Board, WorkedOn = true };

    public Recommendation Apply(RagRated e) => this with { Rag = e };

    public Recommendation Apply(RiskRegistered e) => this with { Risks = Risks.Add(e) };

    public Recommendation Apply(StepsToGreenSet e) => this with
    {
        Steps = [.. e.Steps.Select(step => new Step(step, Steps.Any(old => old.Criterion.Id == step.Id && old.Met)))],
        WorkedOn = true,
        Scrutiny = null,
    };

    public Recommendation Apply(StepMet e) => WithStep(e.Step, met: true);

    public Recommendation Apply(StepReopened e) => WithStep(e.Step, met: false);

    public Recommendation Apply(ProgressReported e) =>
        this with { Reports = Reports.Add(e), ClaimsImplemented = ClaimsImplemented || e.ClaimsImplemented, WorkedOn = true };

    public Recommendation Apply(EvidenceSubmitted e) => this with
    {
        Evidence = Evidence.SetItem(e.EvidenceId, new EvidenceItem(e, Withdrawn: false)),
        WorkedOn = true,
        Scrutiny = null,
    };

    public Recommendation Apply(EvidenceWithdrawn e) => !Evidence.TryGetValue(e.EvidenceId, out var item) ? this : this with
    {
        Evidence = Evidence.SetItem(e.EvidenceId, item with { Withdrawn = true }),
        Scrutiny = null,
    };

    public Recommendation Apply(GuidanceRequested e) => this with { GuidanceIds = GuidanceIds.Add(e.RequestId) };

    public Recommendation Apply(GuidanceGiven e) => this with { GuidanceIds = GuidanceIds.Add(e.GuidanceId) };

    public Recommendation Apply(ScrutinyPassed e) => this with { Scrutiny = true };

    public Recommendation Apply(ScrutinyReturned e) => this with { Scrutiny = false };

    public Recommendation Apply(ClosureRecommended e) => this with { Stage = new Stage.AwaitingSignOffStage(e), WorkedOn = true };

    public Recommendation Apply(ClosureReturned e) => this with { Stage = Stage.Working };

    public Recommendation Apply(SignedOff e) => Ended(Status.SignedOff, e);

    public Recommendation Apply(ClosedNotApplicable e) => Ended(Status.ClosedNotApplicable, e);

    public Recommendation Apply(Superseded e) => Ended(Status.Superseded, e);

    public Recommendation Apply(Withdrawn e) => Ended(Status.Withdrawn, e);

    public Recommendation Apply(Reopened e) => this with { Stage = Stage.Working, Scrutiny = null, WorkedOn = true };

    public Recommendation Apply(DeadlineChanged e) => this with { Deadlines = e.Deadlines };

    public Recommendation Apply(MissedDeadlineExplained e) => this with { MissedDeadlines = MissedDeadlines.Add(e) };

    public Recommendation Apply(DeliveryForecast e) => this with { Forecast = e };

    public Recommendation Apply(ReportedToBoard e) => this with { BoardReports = BoardReports.Add(e) };

    public Recommendation Apply(Linked e) => this with { Links = Links.Add(e) };

    private Recommendation WithStep(string id, bool met) => this with
    {
        Steps = [.. Steps.Select(step => step.Criterion.Id == id ? step with { Met = met } : step)],
        WorkedOn = true,
        Scrutiny = null,
    };

    private Recommendation Ended(Status status, IEvent by) => this with { Stage = new Stage.EndedStage(status, by) };

    private Recommendation After(Recommendation next, Dated happened) => next with
    {
        Version = Version + 1,
        StatusSince = next.Status == Status ? StatusSince : happened.On,
        Log = Log.Add(happened),
    };

    private Recommendation Apply(IEvent happened) => happened switch
    {
        LevelGraded e => Apply(e),
        RelevanceDecided e => Apply(e),
        OwnerAllocated e => Apply(e),
        RagRated e => Apply(e),
        RiskRegistered e => Apply(e),
        StepsToGreenSet e => Apply(e),
        StepMet e => Apply(e),
        StepReopened e => Apply(e),
        ProgressReported e => Apply(e),
        EvidenceSubmitted e => Apply(e),
        EvidenceWithdrawn e => Apply(e),
        GuidanceRequested e => Apply(e),
        GuidanceGiven e => Apply(e),
        ScrutinyPassed e => Apply(e),
        ScrutinyReturned e => Apply(e),
        ClosureRecommended e => Apply(e),
        ClosureReturned e => Apply(e),
        SignedOff e => Apply(e),
        ClosedNotApplicable e => Apply(e),
        Superseded e => Apply(e),
        Withdrawn e => Apply(e),
        Reopened e => Apply(e),
        DeadlineChanged e => Apply(e),
        MissedDeadlineExplained e => Apply(e),
        DeliveryForecast e => Apply(e),
        ReportedToBoard e => Apply(e),
        Linked e => Apply(e),
        Corrected e => Apply(e),
        _ => this,
    };
}
