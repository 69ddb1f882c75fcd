namespace Lifecycle.Domain.Recommendations;

/// <summary>Ask HMICFRS how to complete the record.</summary>
public sealed record RequestGuidance(string Question, string? RequestId = null) : RecommendationCommand
{
    public static Decision Decide(RequestGuidance c, Recommendation state)
    {
        var requested = new GuidanceRequested(c.RequestId ?? state.FreeId("request", state.GuidanceIds), c.Question);
        return Check.First(
                Check.Required("question", c.Question, Check.Long),
                c.RequestId is null ? null : Check.Required("id of the request", c.RequestId, Check.Short))
            ?? Check.Stands(c.RequestId is null
                ? state.HasSaid<GuidanceRequested>(c.Act.EffectiveOn, old => old.Question == c.Question)
                : state.HasSaid<GuidanceRequested>(old => old == requested))
            ?? Check.First(Standing.FreeGuidanceId(state, requested.RequestId), Standing.NotEnded(state))
            ?? Decision.Accept(requested);
    }
}
