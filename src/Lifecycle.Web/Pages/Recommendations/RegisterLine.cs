using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>A record as a line of a file: days as every program reads them, and in words what is not known.</summary>
internal static class RegisterLine
{
    public static IReadOnlyList<string> Heads { get; } =
    [
        "Reference", "Title", "Kind", "Body", "Publication", "Number", "Level", "Status", "In status since", "Rating", "Due", "Overdue",
        "Missed deadline explained", "Forecast", "Owner", "Board", "Raised", "Answers", "On risk register", "Force says implemented",
    ];

    public static IReadOnlyList<string?> Of(RegisterRow row, DateOnly asAt) =>
    [
        row.Reference, row.Title, Wording.Of(row.Kind), Wording.Body(row.Body), row.Publication, row.Number,
        row.Level is { } level ? $"{level}" : "Not known", Wording.Of(row.Status), Day(row.StatusSince), Wording.Of(row.Rag),
        Day(row.DueOn), YesNo(row.IsOverdue(asAt)), YesNo(row.MissedExplained), Day(row.Forecast), row.Owner, row.Board,
        Day(row.RaisedOn), row.Parent, YesNo(row.OnRiskRegister), YesNo(row.ClaimsImplemented),
    ];

    private static string? Day(DateOnly? day) => day is { } known ? PointInTime.Of(known) : null;

    private static string YesNo(bool answer) => answer ? "Yes" : "No";
}
