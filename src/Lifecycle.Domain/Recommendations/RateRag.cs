namespace Lifecycle.Domain.Recommendations;

/// <summary>The force's own traffic light, always with its reason.</summary>
public sealed record RateRag(Rag Rag, string Reason) : RecommendationCommand
{
    public static Decision Decide(RateRag c, Recommendation state)
    {
        var rated = new RagRated(c.Rag, c.Reason);
        return Check.First(Check.Required("reason", c.Reason, Check.Long))
            ?? Check.Stands(rated == state.Rag)
            ?? Check.First(Standing.NotEnded(state))
            ?? Decision.Accept(rated);
    }
}
