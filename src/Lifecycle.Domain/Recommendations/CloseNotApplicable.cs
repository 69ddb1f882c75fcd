namespace Lifecycle.Domain.Recommendations;

/// <summary>HMICFRS closes the record because it no longer applies to this body.</summary>
public sealed record CloseNotApplicable(string Reason) : RecommendationCommand
{
    public static Decision Decide(CloseNotApplicable c, Recommendation state) =>
        Check.First(
            Roles.ByHmicfrs(c.Act),
            Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(state.Stage is Stage.EndedStage { By: ClosedNotApplicable } ended && ended.By.Equals(new ClosedNotApplicable(c.Reason)))
        ?? Check.First(Standing.NotEnded(state), Standing.NotEarly(c.Act, state))
        ?? Decision.Accept(new ClosedNotApplicable(c.Reason));
}
