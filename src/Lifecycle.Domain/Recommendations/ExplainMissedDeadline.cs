namespace Lifecycle.Domain.Recommendations;

/// <summary>Say why a deadline was missed. The record stays open; which day was missed is worked out when it is left out.</summary>
public sealed record ExplainMissedDeadline(string Reason, DateOnly? Due = null, bool? SharedWithOtherForces = null) : RecommendationCommand
{
    public static Decision Decide(ExplainMissedDeadline c, Recommendation state)
    {
        var missed = state.Deadlines.Where(stage => IsMissed(stage, c.Act.EffectiveOn) && (c.Due is null || stage.Due == c.Due)).ToList();
        var explained = new MissedDeadlineExplained(missed.Min(stage => stage.Due), c.Reason, c.SharedWithOtherForces);
        return Check.First(
                Check.Required("reason", c.Reason, Check.Long),
                Check.When(missed.Count == 0 && c.Due is null, "no_missed_deadline", "No deadline had passed by that day. The due day itself is in time."),
                Check.When(missed.Count == 0, "no_missed_deadline", "No such deadline had passed by that day. The due day itself is in time."))
            ?? Check.Stands(state.MissedDeadlines.Contains(explained))
            ?? Check.First(Standing.NotEnded(state))
            ?? Decision.Accept(explained);
    }

    // A national date that is not in print is known to have passed by whoever explains it.
    private static bool IsMissed(DeadlineStage stage, DateOnly on) =>
        stage.Due < on || (stage.Form == DeadlineForm.SetNationally && stage.Due is null);
}
