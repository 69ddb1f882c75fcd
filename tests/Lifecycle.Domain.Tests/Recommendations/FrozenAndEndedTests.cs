using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class FrozenAndEndedTests
{
    private static readonly DeadlineStage Stage = new("All of it", "By June 2024", DeadlineForm.Month, Day("2024-06-30"));

    public static TheoryData<RecommendationCommand> Frozen =>
    [
        new SetStepsToGreen([StepTwo]),
        new ReopenStep("1", "Found wanting."),
        new SubmitEvidence("More", Link: "https://example.org/more"),
        new WithdrawEvidence("audit", "Wrong file."),
        new DecideRelevance(false, "Not ours."),
        new PassScrutiny(),
        new ReturnScrutiny("Thin."),
    ];

    public static TheoryData<RecommendationCommand> AllowedWhilePending =>
    [
        new GradeLevel(4, "Worse than thought."),
        new ChangeDeadline([Stage], "Agreed with HMICFRS."),
        new ReportProgress("Waiting.", ForBoard: true),
        new RequestGuidance("Is the sample large enough?"),
        new GiveGuidance("It is."),
        new RateRag(Rag.Green, "Done."),
        new LinkRecord(LinkRelation.Continues, "peel-west-mercia-2021-3-west-mercia"),
    ];

    public static TheoryData<RecommendationCommand> Work =>
    [
        new GradeLevel(4, "Worse than thought."),
        new DecideRelevance(false, "Not ours."),
        new AllocateOwner("head-of-crime"),
        new RateRag(Rag.Red, "Slipped."),
        new RegisterRisk("R-17"),
        new SetStepsToGreen([StepTwo]),
        new ReportProgress("More.", ForBoard: true),
        new SubmitEvidence("More", Link: "https://example.org/more"),
        new WithdrawEvidence("audit", "Wrong file."),
        new RequestGuidance("Why?"),
        new GiveGuidance("Because."),
        new PassScrutiny(),
        new ReturnScrutiny("Thin."),
        new RecommendClosure("Again."),
        new ReturnClosure("Late."),
        new ChangeDeadline([Stage], "Agreed."),
        new ForecastDelivery(Day("2024-12-31")),
    ];

    public static TheoryData<RecommendationCommand> AllowedAfterTheEnd =>
    [
        new CorrectRecord("title", null, "Stop and search records", "Misprint."),
        new LinkRecord(LinkRelation.CitedAgain, "peel-west-mercia-2026-4-west-mercia"),
        new ReportToBoard("sib", Day("2024-05-01"), Text: "Signed off in April."),
    ];

    [Theory]
    [MemberData(nameof(Frozen))]
    public void What_is_being_judged_does_not_change(RecommendationCommand command) =>
        Given(Raised(3), new SetStepsToGreen([StepOne]).By(Flo("2024-01-20")), new MeetStep("1").By(Flo("2024-01-21")), Evidence(), Recommended())
            .When(command.By(Actor(command, "2024-03-05")))
            .ThenRefused("closure_pending", "returned first");

    [Theory]
    [MemberData(nameof(AllowedWhilePending))]
    public void What_does_not_touch_the_judgment_goes_on(RecommendationCommand command) =>
        Given(AwaitingSignOff(3)).When(command.By(Actor(command, "2024-03-05"))).ThenAccepted().ThenStatus(Status.ClosureRecommended);

    [Theory]
    [MemberData(nameof(Work))]
    public void An_ended_record_takes_no_more_work(RecommendationCommand command) =>
        Given(SignedOff()).When(command.By(Actor(command, "2024-05-01"))).ThenRefused("record_ended", "HMICFRS can reopen it");

    [Theory]
    [MemberData(nameof(AllowedAfterTheEnd))]
    public void An_ended_record_is_still_corrected_linked_and_reported(RecommendationCommand command) =>
        Given(SignedOff()).When(command.By(Flo("2024-05-01"))).ThenAccepted().ThenStatus(Status.SignedOff);

    private static Act Actor(RecommendationCommand command, string on) => command switch
    {
        GradeLevel or GiveGuidance or ReturnClosure => Fll(on),
        PassScrutiny or ReturnScrutiny => Dcc(on),
        _ => Flo(on),
    };
}
