namespace Lifecycle.Domain.Recommendations;

/// <summary>HMICFRS advises, asked or unasked.</summary>
public sealed record GiveGuidance(string Advice, string? GuidanceId = null, string? RequestId = null) : RecommendationCommand
{
    public static Decision Decide(GiveGuidance c, Recommendation state)
    {
        var given = new GuidanceGiven(c.GuidanceId ?? state.FreeId("guidance", state.GuidanceIds), c.RequestId, c.Advice);
        return Check.First(
                Check.Required("advice", c.Advice, Check.Long),
                c.GuidanceId is null ? null : Check.Required("id of the advice", c.GuidanceId, Check.Short),
                Check.When(c.RequestId is not null && !state.HasSaid<GuidanceRequested>(old => old.RequestId == c.RequestId),
                    "request_unknown", $"There is no request for guidance '{c.RequestId}'. Leave it out for unasked advice."))
            ?? Check.Stands(c.GuidanceId is null
                ? state.HasSaid<GuidanceGiven>(c.Act.EffectiveOn, old => old with { GuidanceId = given.GuidanceId } == given)
                : state.HasSaid<GuidanceGiven>(old => old == given))
            ?? Check.First(Standing.FreeGuidanceId(state, given.GuidanceId), Standing.NotEnded(state))
            ?? Decision.Accept(given);
    }
}
