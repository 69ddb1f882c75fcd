namespace Lifecycle.Domain.Recommendations;

// What commands ask the past. Folding never needs it.
public sealed partial record Recommendation
{
    internal bool IsMet(string step) => Steps.Any(s => s.Criterion.Id == step && s.Met);

    internal bool HasSaid<T>(Func<T, bool> same) where T : IEvent => Log.Any(past => past.Event is T e && same(e));

    /// <summary>Said of this very day: the same words a month later are news.</summary>
    internal bool HasSaid<T>(DateOnly on, Func<T, bool> same) where T : IEvent =>
        Log.Any(past => past.On == on && past.Event is T e && same(e));

    internal T? Last<T>() where T : class, IEvent => Log.LastOrDefault(past => past.Event is T)?.Event as T;

    internal DateOnly FirstDayOf<T>(Func<T, bool> which) where T : IEvent =>
        Log.FirstOrDefault(past => past.Event is T e && which(e))?.On ?? BeginsOn;

    internal DateOnly LastDayOf<T>(Func<T, bool>? which = null) where T : IEvent =>
        Log.LastOrDefault(past => past.Event is T e && (which?.Invoke(e) ?? true))?.On ?? BeginsOn;

    /// <summary>Since when steps, evidence and scrutiny are as they are.</summary>
    internal DateOnly ReadySince() => Log.LastOrDefault(past => past.Event is StepsToGreenSet or StepMet or StepReopened
        or EvidenceSubmitted or EvidenceWithdrawn or ScrutinyPassed or ScrutinyReturned or Reopened)?.On ?? BeginsOn;

    /// <summary>The last event that moved the record between being worked on, awaiting sign-off and ended.</summary>
    internal IEvent? LastOfStage() => Log.LastOrDefault(past => past.Event
        is ClosureRecommended or ClosureReturned or SignedOff or ClosedNotApplicable or Superseded or Withdrawn or Reopened)?.Event;

    /// <summary>An id that nobody has used, the same one whenever it is asked for in the same state.</summary>
    internal string FreeId(string prefix, IEnumerable<string> taken)
    {
        var used = taken.ToHashSet();
        var number = Version + 1;
        while (used.Contains($"{prefix}-{number}")) number++;
        return $"{prefix}-{number}";
    }

    /// <summary>Where the record stood before each event of a day.</summary>
    internal IEnumerable<(Recommendation Before, IEvent Happened)> PointsOn(DateOnly day)
    {
        if (Log[^1].On < day) yield break;
        var state = Create(Raised) with { Log = [Log[0]], StatusSince = Log[0].On };
        foreach (var happened in Log.Skip(1))
        {
            if (happened.On == day) yield return (state, happened.Event);
            state = state.After(state.Apply(happened.Event), happened);
        }
    }
}
