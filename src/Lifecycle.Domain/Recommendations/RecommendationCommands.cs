namespace Lifecycle.Domain.Recommendations;

/// <summary>The words of the API for what can be done with a record.</summary>
public static class RecommendationCommands
{
    private static readonly OrderedDictionary<string, Type> Types = new()
    {
        ["grade"] = typeof(GradeLevel),
        ["decide-relevance"] = typeof(DecideRelevance),
        ["allocate"] = typeof(AllocateOwner),
        ["rate-rag"] = typeof(RateRag),
        ["register-risk"] = typeof(RegisterRisk),
        ["set-steps"] = typeof(SetStepsToGreen),
        ["meet-step"] = typeof(MeetStep),
        ["reopen-step"] = typeof(ReopenStep),
        ["report-progress"] = typeof(ReportProgress),
        ["submit-evidence"] = typeof(SubmitEvidence),
        ["withdraw-evidence"] = typeof(WithdrawEvidence),
        ["request-guidance"] = typeof(RequestGuidance),
        ["give-guidance"] = typeof(GiveGuidance),
        ["pass-scrutiny"] = typeof(PassScrutiny),
        ["return-scrutiny"] = typeof(ReturnScrutiny),
        ["recommend-closure"] = typeof(RecommendClosure),
        ["return-closure"] = typeof(ReturnClosure),
        ["sign-off"] = typeof(SignOff),
        ["close-not-applicable"] = typeof(CloseNotApplicable),
        ["supersede"] = typeof(Supersede),
        ["withdraw"] = typeof(Withdraw),
        ["reopen"] = typeof(Reopen),
        ["change-deadline"] = typeof(ChangeDeadline),
        ["explain-missed-deadline"] = typeof(ExplainMissedDeadline),
        ["forecast"] = typeof(ForecastDelivery),
        ["report-to-board"] = typeof(ReportToBoard),
        ["link"] = typeof(LinkRecord),
        ["correct"] = typeof(CorrectRecord),
    };

    /// <summary>Every verb with its command, in the order of a life. Raising is not among them: only publishing raises.</summary>
    public static IReadOnlyDictionary<string, Type> Known => Types;
}
