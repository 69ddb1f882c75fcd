namespace Lifecycle.Domain.Recommendations;

/// <summary>Note where the record stands in the force's risk register.</summary>
public sealed record RegisterRisk(string RiskReference, string? Note = null) : RecommendationCommand
{
    public static Decision Decide(RegisterRisk c, Recommendation state)
    {
        var registered = new RiskRegistered(c.RiskReference, c.Note);
        return Check.First(Check.Required("risk reference", c.RiskReference, Check.Short), Check.Optional("note", c.Note, Check.Long))
            ?? Check.Stands(state.Risks.LastOrDefault(risk => risk.RiskReference == c.RiskReference) == registered)
            ?? Check.First(Standing.NotEnded(state))
            ?? Decision.Accept(registered);
    }
}
