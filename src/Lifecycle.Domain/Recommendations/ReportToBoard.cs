namespace Lifecycle.Domain.Recommendations;

/// <summary>A board was told, by a report of this record or by a text of its own. Allowed after the end too: boards hear of closures.</summary>
public sealed record ReportToBoard(string Board, DateOnly MeetingOn, string? ReportId = null, string? Text = null) : RecommendationCommand
{
    public static Decision Decide(ReportToBoard c, Recommendation state)
    {
        var reported = new ReportedToBoard(c.Board, c.MeetingOn, c.ReportId, c.Text);
        return Check.First(
                Check.Required("board", c.Board, Check.Short),
                Check.Optional("text", c.Text, Check.Long),
                Check.When(c.ReportId is null && string.IsNullOrWhiteSpace(c.Text), "text_required", "Name the report that the board was given, or enter its text."),
                Check.When(c.ReportId is not null && state.Reports.All(report => report.ReportId != c.ReportId),
                    "report_unknown", $"There is no report '{c.ReportId}' on this record."),
                Check.When(c.MeetingOn > c.Act.Today, "meeting_in_future", "The meeting has not been held yet. Enter it once the board has been told."))
            ?? Check.Stands(state.BoardReports.Contains(reported))
            ?? Decision.Accept(reported);
    }
}
