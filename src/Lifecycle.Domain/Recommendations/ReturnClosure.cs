using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>Whoever may sign off sends the record back, and says what is missing.</summary>
public sealed record ReturnClosure(string Missing) : RecommendationCommand
{
    public static Decision Decide(ReturnClosure c, Recommendation state, AuthorityRules rules) =>
        Check.First(SigningOff.NoAuthority(c.Act, state, rules), Check.Required("list of what is missing", c.Missing, Check.Long))
        ?? Check.Stands(state.Stage is Stage.WorkingStage && state.LastOfStage() is ClosureReturned returned && returned.Missing == c.Missing)
        ?? Check.First(Standing.NotEnded(state), SigningOff.NotRecommended(state), Standing.NotEarly(c.Act, state))
        ?? Decision.Accept(new ClosureReturned(c.Missing));
}
