namespace Lifecycle.Domain.Recommendations;

/// <summary>Set all steps to green. A step that keeps its id keeps its standing.</summary>
public sealed record SetStepsToGreen(IReadOnlyList<StepToGreen> Steps) : RecommendationCommand
{
    public static Decision Decide(SetStepsToGreen c, Recommendation state) =>
        Check.First(
            Check.When(c.Steps.Count is 0 or > Check.Many, "steps_count", $"Set between 1 and {Check.Many} steps."),
            c.Steps.Select(Malformed).FirstOrDefault(refusal => refusal is not null))
        ?? Check.First(Check.When(
            c.Steps.DistinctBy(step => step.Id).Count() < c.Steps.Count, "steps_not_distinct", "Give each step an id of its own."))
        ?? Check.Stands(c.Steps.SequenceEqual(state.Steps.Select(step => step.Criterion)))
        ?? Check.First(Standing.NotEnded(state), Standing.NotPending(state))
        ?? Decision.Accept(new StepsToGreenSet(c.Steps));

    private static Refusal? Malformed(StepToGreen? step) => step is null
        ? new Refusal("text_required", "Remove the empty step.")
        : Check.Required("step's id", step.Id, Check.Short) ?? Check.Required("step's criterion", step.Criterion, Check.Long);
}
