namespace Lifecycle.Domain.Recommendations;

/// <summary>An item of evidence no longer counts. It stays in the history.</summary>
public sealed record WithdrawEvidence(string EvidenceId, string Reason) : RecommendationCommand
{
    public static Decision Decide(WithdrawEvidence c, Recommendation state) =>
        Check.First(
            Check.Required("reason", c.Reason, Check.Long),
            Check.When(state.Evidence.IsEmpty, "evidence_unknown", "No evidence has been submitted yet."),
            Check.When(!state.Evidence.ContainsKey(c.EvidenceId), "evidence_unknown", $"There is no item of evidence '{c.EvidenceId}'."))
        ?? Check.Stands(state.Evidence[c.EvidenceId].Withdrawn)
        ?? Check.First(
            Standing.NotEnded(state),
            Standing.NotPending(state),
            Standing.NotBefore(c.Act, state.FirstDayOf<EvidenceSubmitted>(e => e.EvidenceId == c.EvidenceId), "it was submitted"))
        ?? Decision.Accept(new EvidenceWithdrawn(c.EvidenceId, c.Reason));
}
