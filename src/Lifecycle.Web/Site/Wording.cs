using System.Globalization;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Web.Site;

/// <summary>The words of the handbook as pages say them, in sentence case.</summary>
public static class Wording
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"4 September 2023".</summary>
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>"4 Sep 2023", for tables.</summary>
    public static string InTable(DateOnly day) => day.ToString("d MMM yyyy", English);

    /// <summary>"4 September 2023 at 10:15", in London.</summary>
    public static string Of(DateTimeOffset moment)
    {
        var london = LondonDay.Local(moment);
        return $"{london.ToString("d MMMM yyyy", English)} at {london.ToString("HH:mm", English)}";
    }

    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.Recommendation => "Recommendation",
        RecordKind.AreaForImprovement => "Area for improvement",
        RecordKind.CauseOfConcern => "Cause of concern",
        RecordKind.AreaForPriorityAction => "Area for priority action",
        RecordKind.Encouragement => "Encouragement",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"Areas for improvement".</summary>
    public static string Plural(RecordKind kind) => kind switch
    {
        RecordKind.Recommendation => "Recommendations",
        RecordKind.AreaForImprovement => "Areas for improvement",
        RecordKind.CauseOfConcern => "Causes of concern",
        RecordKind.AreaForPriorityAction => "Areas for priority action",
        RecordKind.Encouragement => "Encouragements",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(Status status) => status switch
    {
        Status.Raised => "Raised",
        Status.NotRelevant => "Not relevant",
        Status.InProgress => "In progress",
        Status.StepsEvidenced => "Steps evidenced",
        Status.ClosureRecommended => "Closure recommended",
        Status.SignedOff => "Signed off",
        Status.ClosedNotApplicable => "Closed, not applicable",
        Status.Superseded => "Superseded",
        Status.Withdrawn => "Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>A level is how serious a record is; it is never a judgment grade.</summary>
    public static string Level(int? level) => level is { } known ? $"Level {known}" : "Level not known";

    /// <summary>The same under a heading that says "Level".</summary>
    public static string LevelInTable(int? level) => level is { } known ? $"{known}" : "Not known";

    public static string Of(Rag? rag) => rag switch
    {
        null => "Not rated",
        Rag.Red => "Red",
        Rag.Amber => "Amber",
        Rag.Green => "Green",
        _ => throw new ArgumentOutOfRangeException(nameof(rag)),
    };

    /// <summary>The name of a body; its id when it is not one of ours.</summary>
    public static string Body(string id) => Bodies.Find(id)?.Name ?? id;

    /// <summary>"1 record", "2 records", "no records".</summary>
    public static string Count(long number, string one, string many) =>
        number == 0 ? $"no {many}" : $"{number.ToString("N0", English)} {(number == 1 ? one : many)}";

    /// <summary>"1,234".</summary>
    public static string Number(long number) => number.ToString("N0", English);
}
