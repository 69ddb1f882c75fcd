using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class WorkTests
{
    [Fact]
    public void Allocating_begins_the_work_and_the_same_owner_again_adds_nothing() =>
        Given(Raised())
            .When(new AllocateOwner("head-of-crime", "sib").By(Flo("2024-01-12"))).Then(new OwnerAllocated("head-of-crime", "sib")).ThenStatus(Status.InProgress)
            .When(new AllocateOwner("head-of-crime").By(Flo("2024-01-13"))).ThenNothing();

    [Fact]
    public void Rag_is_rated_with_a_reason() =>
        Given(Raised())
            .When(new RateRag(Rag.Red, "").By(Flo("2024-01-12"))).ThenRefused("text_required", "Enter the reason.")
            .When(new RateRag(Rag.Red, "Slipped.").By(Flo("2024-01-12"))).Then(new RagRated(Rag.Red, "Slipped."))
            .When(new RateRag(Rag.Red, "Slipped.").By(Flo("2024-02-12"))).ThenNothing();

    [Fact]
    public void A_risk_is_registered_once() =>
        Given(Raised())
            .When(new RegisterRisk("R-17", "High").By(Flo("2024-01-12"))).Then(new RiskRegistered("R-17", "High"))
            .When(new RegisterRisk("R-17", "Medium").By(Flo("2024-02-12"))).Then(new RiskRegistered("R-17", "Medium"));

    [Fact]
    public void A_step_that_keeps_its_id_keeps_its_standing() =>
        Given(Raised(), new SetStepsToGreen([StepOne]).By(Lead("2024-01-20")), new MeetStep("1").By(Lead("2024-01-21")))
            .When(new SetStepsToGreen([StepOne, StepTwo]).By(Lead("2024-01-22"))).Then(new StepsToGreenSet([StepOne, StepTwo]))
            .When(new MeetStep("1").By(Lead("2024-01-23"))).ThenNothing()
            .When(new MeetStep("2", "Seen.").By(Lead("2024-01-23"))).Then(new StepMet("2", "Seen."))
            .When(new ReopenStep("1", "Slipped.").By(Lead("2024-01-24"))).Then(new StepReopened("1", "Slipped."));

    [Fact]
    public void Steps_have_ids_of_their_own_and_there_is_at_least_one() =>
        Given(Raised())
            .When(new SetStepsToGreen([]).By(Lead("2024-01-20"))).ThenRefused("steps_count")
            .When(new SetStepsToGreen([StepOne, StepOne]).By(Lead("2024-01-20"))).ThenRefused("steps_not_distinct")
            .When(new SetStepsToGreen([StepOne with { Criterion = "" }]).By(Lead("2024-01-20"))).ThenRefused("text_required")
            .When(new MeetStep("9").By(Lead("2024-01-20"))).ThenRefused("step_unknown", "No steps to green are set yet")
            .And(new SetStepsToGreen([StepOne]).By(Lead("2024-01-20")))
            .When(new MeetStep("9").By(Lead("2024-01-20"))).ThenRefused("step_unknown", "'9'");

    [Fact]
    public void A_step_is_not_met_before_it_is_set_nor_reopened_before_it_is_met() =>
        Given(Raised(), new SetStepsToGreen([StepOne]).By(Lead("2024-02-20")))
            .When(new MeetStep("1").By(Lead("2024-02-10").RecordedOn("2024-03-01"))).ThenRefused("too_early", "20 February 2024")
            .And(new MeetStep("1").By(Lead("2024-02-25")))
            .When(new ReopenStep("1", "Slipped.").By(Lead("2024-02-22").RecordedOn("2024-03-01"))).ThenRefused("too_early", "25 February 2024");

    [Fact]
    public void One_report_serves_board_and_portal() =>
        Given(Raised())
            .When(new ReportProgress("Half done.", null, true, true, "portal").By(Lead("2024-02-01")))
            .Then(new ProgressReported("report-2", "Half done.", true, true, "portal", false))
            .When(new ReportProgress("Half done.", null, true, true, "portal").By(Lead("2024-03-01")))
            .Then(new ProgressReported("report-3", "Half done.", true, true, "portal", false));

    [Fact]
    public void A_report_says_whom_it_is_for() =>
        Given(Raised()).When(new ReportProgress("Half done.").By(Lead("2024-02-01"))).ThenRefused("audience_required");

    [Fact]
    public void One_id_is_one_report() =>
        Given(Raised(), new ReportProgress("Half done.", "feb", true).By(Lead("2024-02-01")))
            .When(new ReportProgress("Half done.", "feb", true).By(Lead("2024-02-09"))).ThenNothing()
            .When(new ReportProgress("All done.", "feb", true).By(Lead("2024-02-09"))).ThenRefused("id_taken", "feb");

    [Fact]
    public void What_was_once_claimed_as_implemented_stays_claimed()
    {
        var record = Given(Raised(), new ReportProgress("Half done.", ForBoard: true).By(Lead("2024-02-01")));
        Assert.False(record.State!.ClaimsImplemented);
        record.And(
            new ReportProgress("All done.", ForBoard: true, ClaimsImplemented: true).By(Lead("2024-02-02")),
            new ReportProgress("A last detail.", ForBoard: true).By(Lead("2024-02-03")));
        Assert.True(record.State!.ClaimsImplemented);
    }

    [Fact]
    public void An_id_made_by_us_avoids_one_that_a_caller_chose() =>
        Given(Raised(), new ReportProgress("First.", "report-3", true).By(Lead("2024-02-01")))
            .When(new ReportProgress("Second.", ForBoard: true).By(Lead("2024-02-02")))
            .Then(new ProgressReported("report-4", "Second.", true, false, null, false));

    [Fact]
    public void Guidance_is_asked_for_and_given() =>
        Given(Raised())
            .When(new RequestGuidance("How many searches?").By(Flo("2024-02-01"))).Then(new GuidanceRequested("request-2", "How many searches?"))
            .When(new GiveGuidance("Fifty.", null, "request-9").By(Fll("2024-02-02"))).ThenRefused("request_unknown")
            .When(new GiveGuidance("Fifty.", null, "request-2").By(Fll("2024-02-02"))).Then(new GuidanceGiven("guidance-3", "request-2", "Fifty."))
            .When(new RequestGuidance("Which?", "request-2").By(Flo("2024-02-03"))).ThenRefused("id_taken")
            .When(new GiveGuidance("Sixty.", "guidance-3").By(Fll("2024-02-03"))).ThenRefused("id_taken");

    [Fact]
    public void A_board_is_told_by_a_report_or_a_text_after_its_meeting() =>
        Given(Raised(), new ReportProgress("Half done.", "feb", true).By(Lead("2024-02-01")))
            .When(new ReportToBoard("sib", Day("2024-02-05")).By(Flo("2024-02-06"))).ThenRefused("text_required")
            .When(new ReportToBoard("sib", Day("2024-02-05"), "mar").By(Flo("2024-02-06"))).ThenRefused("report_unknown")
            .When(new ReportToBoard("sib", Day("2024-02-07"), "feb").By(Flo("2024-02-06"))).ThenRefused("meeting_in_future")
            .When(new ReportToBoard("sib", Day("2024-02-05"), "feb").By(Flo("2024-02-06"))).Then(new ReportedToBoard("sib", Day("2024-02-05"), "feb", null));

    [Fact]
    public void A_record_is_linked_to_another_but_not_to_itself() =>
        Given(Raised())
            .When(new LinkRecord(LinkRelation.Repeats, "peel-west-mercia-2024-1-west-mercia").By(Flo("2024-02-01"))).ThenRefused("link_to_itself")
            .When(new LinkRecord(LinkRelation.Repeats, "peel-west-mercia-2021-3-west-mercia").By(Flo("2024-02-01")))
            .Then(new Linked(LinkRelation.Repeats, "peel-west-mercia-2021-3-west-mercia", null));

    [Fact]
    public void A_forecast_is_the_bodys_own_day() =>
        Given(Raised())
            .When(new ForecastDelivery(Day("2024-11-30"), "November 2024").By(Flo("2024-02-01"))).Then(new DeliveryForecast(Day("2024-11-30"), "November 2024"))
            .ThenStatus(Status.Raised);
}
