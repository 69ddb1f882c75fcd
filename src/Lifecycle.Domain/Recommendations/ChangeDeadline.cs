namespace Lifecycle.Domain.Recommendations;

/// <summary>New deadline stages; the earlier ones stay in the history. No stages: no deadline.</summary>
public sealed record ChangeDeadline(IReadOnlyList<DeadlineStage> Deadlines, string Reason) : RecommendationCommand
{
    public static Decision Decide(ChangeDeadline c, Recommendation state) =>
        Check.First(Check.Required("reason", c.Reason, Check.Long), DeadlineStages.Check(c.Deadlines))
        ?? Check.Stands(c.Deadlines.SequenceEqual(state.Deadlines))
        ?? Check.First(Standing.NotEnded(state))
        ?? Decision.Accept(new DeadlineChanged(c.Deadlines, c.Reason));
}
