using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Domain.Tests.Properties;

/// <summary>What a board sees of a record at one moment of both time axes.</summary>
internal sealed record View(Status Status, DateOnly Since, int? Level, string? Owner, bool Relevant, int Evidence, string Met, string Title, string? Forecast, string? Rag);

/// <summary>
/// The same questions answered without the fold: each by looking through the list for the last event that answers it.
/// Slow and simple on purpose; where it and the fold differ, one of them is wrong.
/// </summary>
internal static class NaiveOracle
{
    public static View? Seen(Recommendation? state) => state is null ? null : new(
        state.Status, state.StatusSince, state.Level, state.Owner, state.Relevant, state.StandingEvidence.Count(),
        string.Join(",", state.Steps.Where(step => step.Met).Select(step => step.Criterion.Id)), state.Title,
        state.Forecast?.Expected.ToString("O"), state.Rag?.Rag.ToString());

    public static View? Of(List<Recorded> stream, DateOnly asAt, DateTimeOffset knownAt)
    {
        var known = new List<Recorded>();
        foreach (var e in stream)
        {
            if (e.RecordedAt > knownAt || e.EffectiveOn > asAt) continue;
            var place = known.FindIndex(other => other.EffectiveOn > e.EffectiveOn);
            known.Insert(place < 0 ? known.Count : place, e);
        }

        return known.Count == 0 ? null : Look(known);
    }

    private static View Look(List<Recorded> known)
    {
        var raised = (RecommendationRaised)known[0].Event;
        var events = known.ConvertAll(e => e.Event);
        return new(
            StatusOf(events), Since(known), Last<LevelGraded>(events) is { } graded ? graded.Level : raised.Level,
            Last<OwnerAllocated>(events)?.Owner, Last<RelevanceDecided>(events)?.Relevant ?? true, Standing(events), string.Join(",", MetSteps(events)),
            events.OfType<Corrected>().LastOrDefault(e => e.Field == "title")?.Value ?? raised.Title,
            Last<DeliveryForecast>(events)?.Expected.ToString("O"), Last<RagRated>(events)?.Rag.ToString());
    }

    // Walks back to where the status was last another one, asking for the status of each shorter history anew.
    private static DateOnly Since(List<Recorded> known)
    {
        var events = known.ConvertAll(e => e.Event);
        var now = StatusOf(events);
        var first = known.Count - 1;
        while (first > 0 && StatusOf(events[..first]) == now) first--;
        return known[first].EffectiveOn;
    }

    private static Status StatusOf(List<IEvent> events) =>
        events.FindLast(e => e is SignedOff or ClosedNotApplicable or Superseded or Withdrawn or Reopened) switch
        {
            SignedOff => Status.SignedOff,
            ClosedNotApplicable => Status.ClosedNotApplicable,
            Superseded => Status.Superseded,
            Withdrawn => Status.Withdrawn,
            _ when Last<RelevanceDecided>(events)?.Relevant == false => Status.NotRelevant,
            _ when events.FindLast(e => e is ClosureRecommended or ClosureReturned or Reopened) is ClosureRecommended => Status.ClosureRecommended,
            _ when Standing(events) > 0 && Last<StepsToGreenSet>(events) is { } set && MetSteps(events).Count == set.Steps.Count => Status.StepsEvidenced,
            _ when events.Exists(IsWork) => Status.InProgress,
            _ => Status.Raised,
        };

    private static bool IsWork(IEvent e) => e is OwnerAllocated or StepsToGreenSet or StepMet or StepReopened or ProgressReported
        or EvidenceSubmitted or ClosureRecommended or Reopened;

    private static int Standing(List<IEvent> events) => events.OfType<EvidenceSubmitted>().Select(e => e.EvidenceId).Distinct()
        .Count(id => events.FindLast(e => e is EvidenceSubmitted s && s.EvidenceId == id || e is EvidenceWithdrawn w && w.EvidenceId == id) is EvidenceSubmitted);

    // A step is met when it was met since it came on the list without a break, and not reopened since.
    private static List<string> MetSteps(List<IEvent> events) =>
        [.. Last<StepsToGreenSet>(events)?.Steps.Select(step => step.Id).Where(id => IsMet(events, id)) ?? []];

    private static bool IsMet(List<IEvent> events, string id)
    {
        var absent = events.FindLastIndex(e => e is StepsToGreenSet set && set.Steps.All(step => step.Id != id));
        var listed = events.FindIndex(absent + 1, e => e is StepsToGreenSet);
        return events[listed..].FindLast(e => e is StepMet met && met.Step == id || e is StepReopened reopened && reopened.Step == id) is StepMet;
    }

    private static T? Last<T>(List<IEvent> events) where T : class, IEvent => events.FindLast(e => e is T) as T;
}
