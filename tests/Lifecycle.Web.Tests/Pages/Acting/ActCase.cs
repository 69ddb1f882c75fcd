using Lifecycle.Web.Tests.Pages.Recommendations;

namespace Lifecycle.Web.Tests.Pages.Acting;

/// <summary>One command as somebody gives it on its page.</summary>
/// <param name="Life">Arranges a record on which it can be given.</param>
/// <param name="Fill">What is entered.</param>
/// <param name="Event">What is stored, as the log names it.</param>
/// <param name="Done">What the record's page says afterwards.</param>
public sealed record ActCase(
    string Persona, Func<Site, Task<string>> Life, (string Name, string? Value)[] Fill, string Event, string Done)
{
    /// <summary>A field left empty, with what the page then says; null when nothing is required.</summary>
    public (string Field, string Message)? Empty { get; init; }

    private const string Flo = "flo.west-mercia", Lead = "lead.west-mercia", Dcc = "dcc.west-mercia", Chief = "chief.west-mercia", Fll = "fll.west-mercia";

    private static readonly (string, string) NoReason = ("reason", "Enter the reason.");

    public static IReadOnlyDictionary<string, ActCase> All { get; } = new Dictionary<string, ActCase>
    {
        ["grade"] = new("hmi", New, [("level", "3"), ("reason", "Graded anew")], "level_graded", "The level is set.") { Empty = ("reason", "Enter the reason for the new level.") },
        ["decide-relevance"] = new(Flo, New, [("relevant", "no"), ("reason", "No custody suite here")], "relevance_decided", "Relevance is decided.") { Empty = ("relevant", "Choose the answer.") },
        ["allocate"] = new(Flo, New, [("owner", "head of custody"), ("board", "improvement board")], "owner_allocated", "The owner is allocated.") { Empty = ("owner", "Enter the owner.") },
        ["rate-rag"] = new(Lead, New, [("rag", "amber"), ("reason", "Training is late")], "rag_rated", "Progress is rated.") { Empty = ("rag", "Choose the rating.") },
        ["register-risk"] = new(Flo, New, [("riskReference", "R-1")], "risk_registered", "The entry in the risk register is noted.") { Empty = ("riskReference", "Enter the risk reference.") },
        ["set-steps"] = new(Lead, New, [("steps-1-criterion", "Every record is complete"), ("steps-2-criterion", "A sergeant reviews it")], "steps_to_green_set", "The steps to green are set.") { Empty = ("steps", "Set between 1 and 100 steps.") },
        ["meet-step"] = new(Lead, Planned, [("step", "1")], "step_met", "The step is met.") { Empty = ("step", "Choose the step.") },
        ["reopen-step"] = new(Lead, WorkedOn, [("step", "2"), ("reason", "Reviews lapsed")], "step_reopened", "The step is open again.") { Empty = NoReason },
        ["report-progress"] = new(Lead, New, [("text", "Reviews run"), ("audience", "board"), ("claims", "yes")], "progress_reported", "Progress is reported.") { Empty = ("text", "Enter the report.") },
        ["submit-evidence"] = new(Flo, Planned, [("name", "Minutes"), ("link", "https://records.example.org/1"), ("steps", "2")], "evidence_submitted", "The evidence is submitted.") { Empty = ("name", "Enter the name.") },
        ["withdraw-evidence"] = new(Flo, WorkedOn, [("evidenceId", "circular"), ("reason", "Out of date")], "evidence_withdrawn", "The evidence is withdrawn.") { Empty = ("evidenceId", "Choose the item.") },
        ["request-guidance"] = new(Flo, New, [("question", "Do 50 suffice?")], "guidance_requested", "The question is asked.") { Empty = ("question", "Enter the question.") },
        ["give-guidance"] = new(Fll, New, [("advice", "Draw at random")], "guidance_given", "The guidance is given.") { Empty = ("advice", "Enter the advice.") },
        ["pass-scrutiny"] = new(Dcc, WorkedOn, [("note", "Satisfied")], "scrutiny_passed", "Scrutiny is passed."),
        ["return-scrutiny"] = new(Dcc, WorkedOn, [("reason", "Two areas are missing")], "scrutiny_returned", "It is returned at scrutiny.") { Empty = NoReason },
        ["recommend-closure"] = new(Flo, WorkedOn, [("statement", "All steps are met")], "closure_recommended", "Closure is recommended.") { Empty = ("statement", "Enter the case for closure.") },
        ["return-closure"] = new(Chief, Recommended, [("missing", "A second quarter")], "closure_returned", "It is returned without a sign-off.") { Empty = ("missing", "Enter the list of what is missing.") },
        ["sign-off"] = new(Chief, Recommended, [("oversightNote", "Seen by the board"), ("channel", "meeting")], "signed_off", "It is signed off.") { Empty = ("oversightNote", "Enter the oversight note.") },
        ["close-not-applicable"] = new("hmi", New, [("reason", "Inspected since")], "closed_not_applicable", "It is closed as not applicable.") { Empty = NoReason },
        ["supersede"] = new("hmi", New, [("successor", "child-protection-2019-1-west-mercia"), ("reason", "Repeated later")], "superseded", "It is replaced by a later record.") { Empty = ("successor", "Enter the reference of the successor.") },
        ["withdraw"] = new("hmi", New, [("reason", "Raised in error")], "withdrawn", "It is withdrawn.") { Empty = NoReason },
        ["reopen"] = new("hmi", RecordLives.EndedAsync, [("reason", "Found undone")], "reopened", "It is open again.") { Empty = NoReason },
        ["change-deadline"] = new(Fll, New, [("deadlines-1-what", "Review every record"), ("deadlines-1-printed", "by 31 March 2027"), ("deadlines-1-due-day", "31"), ("deadlines-1-due-month", "3"), ("deadlines-1-due-year", "2027"), ("reason", "Agreed")], "deadline_changed", "The deadline is changed.") { Empty = NoReason },
        ["explain-missed-deadline"] = new(Flo, Overdue, [("reason", "The system came late"), ("shared", "yes")], "missed_deadline_explained", "The missed deadline is explained.") { Empty = NoReason },
        ["forecast"] = new(Flo, New, [("expected-day", "30"), ("expected-month", "9"), ("expected-year", "2027")], "delivery_forecast", "The forecast is entered.") { Empty = ("expected", "Enter the expected day.") },
        ["report-to-board"] = new(Flo, New, [("board", "improvement board"), ("meetingOn-day", "18"), ("meetingOn-month", "6"), ("meetingOn-year", "2026"), ("text", "Work has begun")], "reported_to_board", "The report to the board is noted.") { Empty = ("meetingOn", "Enter the day of the meeting.") },
        ["link"] = new(Flo, New, [("relation", "continues"), ("target", "https://lifecycle.example/recommendations/child-protection-2019-1-west-mercia?asAt=x")], "linked", "The link is made.") { Empty = ("target", "Enter the reference of the other record.") },
        ["correct"] = new(Flo, New, [("field", "title"), ("value", "Custody registers"), ("reason", "Misprint")], "corrected", "The correction is made.") { Empty = ("value", "Enter the corrected value.") },
    };

    private static Task<string> New(Site site) => RecordLives.NewAsync(site);

    private static Task<string> WorkedOn(Site site) => RecordLives.WorkedOnAsync(site);

    private static Task<string> Recommended(Site site) => RecordLives.RecommendedAsync(site);

    private static async Task<string> Overdue(Site site)
    {
        var reference = await New(site);
        await site.Api("hmi").DoAsync(reference, "change-deadline", new { deadlines = new[] { new { what = "Complete", printed = "31 March 2026", form = "day", due = "2026-03-31" } }, reason = "Agreed" });
        return reference;
    }

    private static async Task<string> Planned(Site site)
    {
        var reference = await New(site);
        await site.Api(Lead).DoAsync(reference, "set-steps", new { steps = new[] { new { id = "1", criterion = "Complete", origin = "force" }, new { id = "2", criterion = "Reviewed", origin = "hmicfrs" } } });
        return reference;
    }
}
