// The table is longer than most functions because every command has its line in it.
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application;

/// <summary>A well-formed command of every kind that fits a record as it is, to ask the domain what it would say. Never stored.</summary>
internal static class Probes
{
    public const string Source = "The portal";

    // Said by nobody before: a repeat is accepted without asking the rules, and would prove nothing.
    private static readonly string Text = $"probe-{Guid.NewGuid()}";

    /// <param name="openChildren">References of open records under this cause of concern.</param>
    public static RecommendationCommand For(string command, Recommendation state, IReadOnlyList<string> openChildren) => command switch
    {
        "grade" => new GradeLevel(state.Level == 1 ? 2 : 1, Text),
        "decide-relevance" => new DecideRelevance(!state.Relevant, Text),
        "allocate" => new AllocateOwner(Text),
        "rate-rag" => new RateRag(Rag.Amber, Text),
        "register-risk" => new RegisterRisk(Text),
        "set-steps" => new SetStepsToGreen([new(Text, Text, StepOrigin.Force)]),
        "meet-step" => new MeetStep(Step(state, met: false), Text),
        "reopen-step" => new ReopenStep(Step(state, met: true), Text),
        "report-progress" => new ReportProgress(Text, ForBoard: true),
        "submit-evidence" => new SubmitEvidence(Text, Link: "https://example.org/"),
        "withdraw-evidence" => new WithdrawEvidence(Evidence(state), Text),
        "request-guidance" => new RequestGuidance(Text),
        "give-guidance" => new GiveGuidance(Text),
        "pass-scrutiny" => new PassScrutiny(Text),
        "return-scrutiny" => new ReturnScrutiny(Text),
        "recommend-closure" => new RecommendClosure(Text),
        "return-closure" => new ReturnClosure(Text),
        "sign-off" => new SignOff(Text) { OpenChildren = openChildren },
        "close-not-applicable" => new CloseNotApplicable(Text),
        "supersede" => new Supersede(Text, Text),
        "withdraw" => new Withdraw(Text),
        "reopen" => new Reopen(Text),
        "change-deadline" => new ChangeDeadline([new(Text, Text, DeadlineForm.AsSoonAsPossible, null)], Text),
        "explain-missed-deadline" => new ExplainMissedDeadline(Text),
        "forecast" => new ForecastDelivery(state.RaisedOn, Text),
        "report-to-board" => new ReportToBoard(Text, state.BeginsOn, Text: Text),
        "link" => new LinkRecord(LinkRelation.Continues, Text),
        "correct" => new CorrectRecord("title", Value: Text, Reason: Text),
        _ => throw new NotSupportedException($"'{command}' has no probe. Add it to {nameof(Probes)}."),
    };

    // One on which the command would have an effect; else any, and then the domain says what is missing.
    private static string Step(Recommendation state, bool met) =>
        (state.Steps.Find(step => step.Met == met) ?? state.Steps.FirstOrDefault())?.Criterion.Id ?? Text;

    private static string Evidence(Recommendation state) =>
        (state.StandingEvidence.FirstOrDefault() ?? state.Evidence.Values.FirstOrDefault())?.Submitted.EvidenceId ?? Text;
}
