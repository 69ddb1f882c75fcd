namespace Lifecycle.Domain.Recommendations;

/// <summary>HMICFRS opens an ended record again, for example after a re-inspection.</summary>
public sealed record Reopen(string Reason) : RecommendationCommand
{
    public static Decision Decide(Reopen c, Recommendation state) =>
        Check.First(
            Check.When(!c.Act.Role.IsHmicfrs(), "no_authority", "Only HMICFRS reopens a record. Ask your force liaison lead."),
            Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(state.Stage is Stage.WorkingStage && state.LastOfStage() is Reopened reopened && reopened.Reason == c.Reason)
        ?? Check.First(
            Check.When(!state.Status.IsEnded(), "not_ended", $"This record is {state.Status.InWords()}. Only an ended record can be reopened."),
            Standing.NotEarly(c.Act, state))
        ?? Decision.Accept(new Reopened(c.Reason));
}
