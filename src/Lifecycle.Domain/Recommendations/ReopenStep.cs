namespace Lifecycle.Domain.Recommendations;

/// <summary>A step that was met no longer is.</summary>
public sealed record ReopenStep(string Step, string Reason) : RecommendationCommand
{
    public static Decision Decide(ReopenStep c, Recommendation state) =>
        Check.First(Standing.KnownStep(state, c.Step), Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(!state.IsMet(c.Step))
        ?? Check.First(
            Standing.NotEnded(state),
            Standing.NotPending(state),
            Standing.NotBefore(c.Act, state.LastDayOf<StepMet>(met => met.Step == c.Step), "the step was met"))
        ?? Decision.Accept(new StepReopened(c.Step, c.Reason));
}
