namespace Lifecycle.Domain.Recommendations;

/// <summary>One text on progress, for board and portal alike. The same text on the same day is the same report.</summary>
public sealed record ReportProgress(
    string Text,
    string? ReportId = null,
    bool ForBoard = false,
    bool ForPortal = false,
    string? Channel = null,
    bool ClaimsImplemented = false) : RecommendationCommand
{
    public static Decision Decide(ReportProgress c, Recommendation state)
    {
        var id = c.ReportId ?? state.FreeId("report", state.Reports.Select(report => report.ReportId));
        var reported = new ProgressReported(id, c.Text, c.ForBoard, c.ForPortal, c.Channel, c.ClaimsImplemented);
        return Check.First(
                Check.Required("report", c.Text, Check.Long),
                c.ReportId is null ? null : Check.Required("id of the report", c.ReportId, Check.Short),
                Check.Optional("channel", c.Channel, Check.Short),
                Check.When(!c.ForBoard && !c.ForPortal, "audience_required", "Say whether the report is for the board, for the portal, or for both."))
            ?? Check.Stands(c.ReportId is null
                ? state.HasSaid<ProgressReported>(c.Act.EffectiveOn, old => old with { ReportId = id } == reported)
                : state.Reports.Contains(reported))
            ?? Check.First(
                Check.When(state.Reports.Any(old => old.ReportId == id), "id_taken", $"There is another report '{id}'. Leave the id out, or choose another."),
                Standing.NotEnded(state))
            ?? Decision.Accept(reported);
    }
}
