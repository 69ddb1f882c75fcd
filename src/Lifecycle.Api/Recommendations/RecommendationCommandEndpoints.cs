// The table is longer than most functions because it is the contract: one line per command, with the example that the API
// reference shows.
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Recommendations;

/// <summary>Every command on a record, in the order of a life.</summary>
internal static class RecommendationCommandEndpoints
{
    private const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private const string Reference = "west-mercia-peel-2021-22-afi-1-west-mercia";

    public static void MapCommands(this IEndpointRouteBuilder record)
    {
        record.Take("grade", "Set or change the level", new GradeLevel(2, "Graded with the force's letter of 12 June"));
        record.Take("decide-relevance", "Decide whether it applies to the body", new DecideRelevance(true, "The force holds the data in question"));
        record.Take("allocate", "Allocate an owner and a board", new AllocateOwner("head-of-local-policing", "service-improvement-board"));
        record.Take("rate-rag", "Give the force's own traffic light", new RateRag(Rag.Amber, "Training is booked but not finished"));
        record.Take("register-risk", "Note the entry in the risk register", new RegisterRisk("RISK-117", "Scored 12"));
        record.Take("set-steps", "Set the steps to green", new SetStepsToGreen([new StepToGreen("1", "Every stop is reviewed by a sergeant", StepOrigin.Hmicfrs)]));
        record.Take("meet-step", "Say that a step is met", new MeetStep("1", "Reviewed since May"));
        record.Take("reopen-step", "Say that a step is no longer met", new ReopenStep("1", "Reviews lapsed in July"));
        record.Take("report-progress", "Report progress, for board, portal or both",
            new ReportProgress("Reviews run in every area", "progress-june", ForBoard: true, ForPortal: true, Channel: "portal"));
        record.Take("submit-evidence", "Submit evidence: a file known by its digest, or a link",
            new SubmitEvidence("Dip sample.pdf", "dip-sample", "50 stops reviewed", Digest, "application/pdf", 48213, Steps: ["1"]));
        record.Take("withdraw-evidence", "Withdraw evidence", new WithdrawEvidence("dip-sample", "Replaced by a larger sample"));
        record.Take("request-guidance", "Ask HMICFRS how to complete it", new RequestGuidance("Does a dip sample of 50 suffice?", "question-1"));
        record.Take("give-guidance", "Answer as HMICFRS", new GiveGuidance("Yes, when drawn at random", "answer-1", "question-1"));
        record.Take("pass-scrutiny", "Pass it as deputy chief constable", new PassScrutiny("Satisfied with the sample"));
        record.Take("return-scrutiny", "Return it as deputy chief constable", new ReturnScrutiny("The sample leaves out two areas"));
        record.Take("recommend-closure", "Recommend that it be closed", new RecommendClosure("All steps are met and evidenced"));
        record.Take("return-closure", "Return it with what is missing", new ReturnClosure("Show a second quarter"));
        record.Take("sign-off", "Sign it off", new SignOff("Reviewed by the service improvement board on 3 July", "meeting"));
        record.Take("close-not-applicable", "Close what no longer applies", new CloseNotApplicable("The force has been inspected since"));
        record.Take("supersede", "Replace it by a later record", new Supersede(Reference, "Repeated in the later report"));
        record.Take("withdraw", "Take it back", new Withdraw("Raised in error"));
        record.Take("reopen", "Open an ended record again", new Reopen("The re-inspection found it undone"));
        record.Take("change-deadline", "Change the deadline", new ChangeDeadline(
            [new DeadlineStage("Review every stop", "by the end of March 2026", DeadlineForm.Month, new DateOnly(2026, 3, 31))], "Agreed with HMICFRS"));
        record.Take("explain-missed-deadline", "Say why a deadline was missed",
            new ExplainMissedDeadline("The national system came late", new DateOnly(2026, 3, 31), SharedWithOtherForces: true));
        record.Take("forecast", "Say when the force expects to be done", new ForecastDelivery(new DateOnly(2026, 9, 30), "September 2026"));
        record.Take("report-to-board", "Note that a board was told",
            new ReportToBoard("service-improvement-board", new DateOnly(2026, 6, 18), "progress-june"));
        record.Take("link", "Relate it to another record", new LinkRecord(LinkRelation.Continues, Reference, "The older report asked for the same"));
        record.Take("correct", "Correct what was printed or entered wrongly",
            new CorrectRecord("title", "Stop and serach", "Stop and search", "Misprint"));
    }
}
