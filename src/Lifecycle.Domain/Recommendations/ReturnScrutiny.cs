using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>The deputy chief constable, or whoever the rule of the force names, is not satisfied.</summary>
public sealed record ReturnScrutiny(string Reason) : RecommendationCommand
{
    public static Decision Decide(ReturnScrutiny c, Recommendation state, AuthorityRules rules) =>
        Check.First(Standing.Scrutineer(c.Act, state, rules), Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(state.Scrutiny == false && state.Last<ScrutinyReturned>()?.Reason == c.Reason)
        ?? Check.First(
            Standing.NotEnded(state),
            Standing.NotPending(state),
            Standing.NotBefore(c.Act, state.ReadySince(), "the steps, the evidence or the scrutiny last changed"))
        ?? Decision.Accept(new ScrutinyReturned(c.Reason));
}
