namespace Lifecycle.Domain.Recommendations;

/// <summary>HMICFRS takes the record back.</summary>
public sealed record Withdraw(string Reason) : RecommendationCommand
{
    public static Decision Decide(Withdraw c, Recommendation state) =>
        Check.First(
            Roles.ByHmicfrs(c.Act),
            Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(state.Stage is Stage.EndedStage { By: Withdrawn } ended && ended.By.Equals(new Withdrawn(c.Reason)))
        ?? Check.First(Standing.NotEnded(state), Standing.NotEarly(c.Act, state))
        ?? Decision.Accept(new Withdrawn(c.Reason));
}
