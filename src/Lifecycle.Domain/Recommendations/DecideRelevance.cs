namespace Lifecycle.Domain.Recommendations;

/// <summary>Whether the record applies to this body, from the effective day on.</summary>
public sealed record DecideRelevance(bool Relevant, string Reason) : RecommendationCommand
{
    public static Decision Decide(DecideRelevance c, Recommendation state) =>
        Check.First(Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(c.Relevant == state.Relevant)
        ?? Check.First(Standing.NotEnded(state), Standing.NotPending(state), Standing.NotEarly(c.Act, state))
        ?? Decision.Accept(new RelevanceDecided(c.Relevant, c.Reason));
}
