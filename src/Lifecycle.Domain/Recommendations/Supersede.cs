namespace Lifecycle.Domain.Recommendations;

/// <summary>HMICFRS replaces the record by a later one.</summary>
public sealed record Supersede(string Successor, string Reason) : RecommendationCommand
{
    public static Decision Decide(Supersede c, Recommendation state) =>
        Check.First(
            Roles.ByHmicfrs(c.Act),
            Check.Required("reference of the successor", c.Successor, Check.Short),
            Check.When(c.Successor == state.Reference, "successor_is_itself", "A record cannot replace itself. Give the reference of the later record."),
            Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(state.Stage is Stage.EndedStage { By: Superseded } ended && ended.By.Equals(new Superseded(c.Successor, c.Reason)))
        ?? Check.First(Standing.NotEnded(state), Standing.NotEarly(c.Act, state))
        ?? Decision.Accept(new Superseded(c.Successor, c.Reason));
}
