using Lifecycle.ReadModels;

namespace Lifecycle.Web.Site;

/// <summary>The day that matters in a list of what waits, and how far away it is.</summary>
public static class WorkDay
{
    public static string Of(WorkList list, WorkItem item, DateOnly today) => list == WorkList.Returned
        ? item.ReturnedOn is { } returned ? Wording.InTable(returned) : "Not known"
        : item.DueOn is { } due ? $"{Wording.InTable(due)}{Distance(due, today)}" : "No deadline";

    private static string Distance(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => ", today",
        1 => ", tomorrow",
        > 1 and <= WorkOf.DaysAhead and var days => $", in {days} days",
        < 0 and var late => $", overdue by {Wording.Count(-late, "day", "days")}",
        _ => "",
    };
}
