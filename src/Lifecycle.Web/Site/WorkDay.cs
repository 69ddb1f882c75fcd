using Lifecycle.ReadModels;

namespace Lifecycle.Web.Site;

/// <summary>The day that matters in a list of what waits, and how far away it is.</summary>
public static class WorkDay
{
    public static string Of(WorkList list, WorkItem item) => list == WorkList.Returned
        ? item.ReturnedOn is { } returned ? Wording.InTable(returned) : "Not known"
        : item.DueOn is { } due ? Wording.InTable(due) : "No date";

    /// <summary>Null when it is far ahead, or no day is known.</summary>
    public static string? Distance(WorkList list, WorkItem item, DateOnly today) => list == WorkList.Returned
        ? item.ReturnedOn is { } returned ? Ago(returned, today) : null
        : item.DueOn is { } due ? Distance(due, today) : null;

    /// <summary>"today", "1 day", "2 days".</summary>
    public static string Waited(DateOnly since, DateOnly today) =>
        today.DayNumber - since.DayNumber is > 0 and var days ? Wording.Count(days, "day", "days") : "today";

    private static string Ago(DateOnly day, DateOnly today) => Waited(day, today) is var days && day < today ? $"{days} ago" : days;

    private static string? Distance(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        > 1 and <= WorkOf.DaysAhead and var days => $"in {days} days",
        < 0 and var late => $"overdue by {Wording.Count(-late, "day", "days")}",
        _ => null,
    };
}
