using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>The deputy chief constable, or whoever the rule of the force names, is satisfied.</summary>
public sealed record PassScrutiny(string? Note = null) : RecommendationCommand
{
    public static Decision Decide(PassScrutiny c, Recommendation state, AuthorityRules rules) =>
        Check.First(Standing.Scrutineer(c.Act, state, rules), Check.Optional("note", c.Note, Check.Long))
        ?? Check.Stands(state.Scrutiny == true)
        ?? Check.First(
            Standing.NotEnded(state),
            Standing.NotPending(state),
            Standing.NotBefore(c.Act, state.ReadySince(), "the steps, the evidence or the scrutiny last changed"))
        ?? Decision.Accept(new ScrutinyPassed(c.Note));
}
