namespace Lifecycle.Domain.Recommendations;

/// <summary>A step to green is met.</summary>
public sealed record MeetStep(string Step, string? Note = null) : RecommendationCommand
{
    public static Decision Decide(MeetStep c, Recommendation state) =>
        Check.First(Standing.KnownStep(state, c.Step), Check.Optional("note", c.Note, Check.Long))
        ?? Check.Stands(state.IsMet(c.Step))
        ?? Check.First(
            Standing.NotEnded(state),
            Standing.NotPending(state),
            Standing.NotBefore(c.Act, state.FirstDayOf<StepsToGreenSet>(set => set.Steps.Any(step => step.Id == c.Step)), "the step was set"))
        ?? Decision.Accept(new StepMet(c.Step, c.Note));
}
