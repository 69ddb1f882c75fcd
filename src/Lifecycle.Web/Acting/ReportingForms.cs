using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using static Lifecycle.Web.Acting.Fields;

namespace Lifecycle.Web.Acting;

/// <summary>What boards and HMICFRS are told: progress, rating, risk, delivery.</summary>
internal static class ReportingForms
{
    public static IReadOnlyList<ActForm> All { get; } =
    [
        new("report-progress", "Says how far the work is. One text serves the board and HMICFRS.",
        [
            Area("text", "What has been done, and what comes next?", "report") with { Lines = 8 },
            new(FieldKind.Checkboxes, "audience", "Who is it for?") { Word = "readers", Choices = _ => [new("board", "The force’s board"), new("portal", "HMICFRS, through the portal")], Concerns = ["audience_required"] },
            new ActField(FieldKind.Checkboxes, "claims", "Does the force say that it is done?")
            {
                Choices = _ => [new("yes", "The force says that it is implemented", "A claim, which is shown as one. The record stays open until it is signed off")],
            }.Optional(),
            Text("channel", "How was it sent?", "channel").Optional() with { Hint = "For example the portal or a letter" },
        ], "Progress is reported.", (entered, _) => new ReportProgress(
            entered.Needed("text"), ForBoard: entered.Many("audience").Contains("board"), ForPortal: entered.Many("audience").Contains("portal"),
            Channel: entered.Text("channel"), ClaimsImplemented: entered.Many("claims").Count > 0)),

        new("rate-rag", "Gives the force’s own view of progress, with its reason.",
        [
            Radios("rag", "How does it stand?", "rating",
                new("red", "Red", "Off track, and help is needed"), new("amber", "Amber", "At risk, and a plan is in place"), new("green", "Green", "On track"))
                with { Initial = record => record.State.Rag is { } rated ? Words.Of(rated.Rag) : null },
            Reason,
        ], "Progress is rated.", (entered, _) => new RateRag(entered.Word<Rag>("rag"), entered.Needed("reason"))),

        new("register-risk", "Notes where the record stands in the force’s risk register.",
        [
            Text("riskReference", "Reference in the risk register", "risk reference"), Note,
        ], "The entry in the risk register is noted.", (entered, _) => new RegisterRisk(entered.Needed("riskReference"), entered.Text("note"))),

        new("forecast", "Says when the force expects to be done. It does not change the deadline.",
        [
            new(FieldKind.Day, "expected", "When do you expect to be done?") { Word = "expected day", Initial = record => record.State.Forecast?.Expected.ToString("yyyy-MM-dd") },
            Text("printed", "How was it put?", "forecast as printed").Optional() with { Hint = "For example “end of September 2026”" },
        ], "The forecast is entered.", (entered, _) => new ForecastDelivery(entered.Day("expected")!.Value, entered.Text("printed"))),

        new("explain-missed-deadline", "Says why a deadline was missed. The record stays open, and overdue.",
        [
            new ActField(FieldKind.Select, "due", "Which deadline?") { Choices = Missed, Concerns = ["no_missed_deadline"] },
            Reason with { Label = "Why was it missed?" },
            Radios("shared", "Did other forces miss it too?", "answer", new("yes", "Yes"), new("no", "No"), new("unknown", "Not known")) with { Initial = _ => "unknown" },
        ], "The missed deadline is explained.", (entered, _) => new ExplainMissedDeadline(
            entered.Needed("reason"), entered.Text("due") is { } due ? PointInTime.Day(due) : null,
            entered.Text("shared") switch { "yes" => true, "no" => false, _ => null })),

        new("report-to-board", "Notes that a board was told of the record.",
        [
            Text("board", "Which board?", "board") with { Initial = record => record.State.Board },
            new(FieldKind.Day, "meetingOn", "When did it meet?") { Word = "day of the meeting", Concerns = ["meeting_in_future"] },
            new ActField(FieldKind.Select, "reportId", "Which report was it given?") { Choices = Reports, Concerns = ["report_unknown"] },
            Area("text", "Or what was it told?", "text").Optional() with { Hint = "Leave empty if you chose a report", Concerns = ["text_required"] },
        ], "The report to the board is noted.", (entered, _) => new ReportToBoard(
            entered.Needed("board"), entered.Day("meetingOn")!.Value, entered.OwnOrNull("reportId"), entered.Text("text"))),
    ];

    private static IReadOnlyList<TagHelpers.Choice> Missed(ActRecord record) =>
    [
        new("", "Whichever was missed first"),
        .. record.State.Deadlines.Where(stage => stage.Due < record.Today)
            .Select(stage => new TagHelpers.Choice(PointInTime.Of(stage.Due!.Value), $"{Wording.Of(stage.Due.Value)}: {Cut(stage.What)}")).DistinctBy(choice => choice.Value),
    ];

    private static IReadOnlyList<TagHelpers.Choice> Reports(ActRecord record) =>
        [new("", "None: I enter what it was told"), .. record.State.Reports.TakeLast(20).Reverse().Select(report => Own(report.ReportId, report.Text))];
}
