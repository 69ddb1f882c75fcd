using System.Globalization;
using Lifecycle.Domain;

namespace Lifecycle.Application.Generation;

/// <summary>Deadlines as reports print them; two in five records have none.</summary>
internal static class Deadlines
{
    public static IReadOnlyList<DeadlineStage> Draw(Chance chance, DateOnly on) => chance.Weighted(40, 34, 10, 5, 6, 5) switch
    {
        0 => [],
        1 => [ByTheEndOfTheMonth("Complete all of it", on.AddDays(chance.Between(60, 720)))],
        2 => [ByTheDay("Complete all of it", on.AddDays(chance.Between(30, 540)))],
        3 => [new("Begin at once", "With immediate effect", DeadlineForm.ImmediateEffect, on)],
        4 => [ByTheEndOfTheMonth("Agree a plan", on.AddDays(chance.Between(60, 150))), ByTheEndOfTheMonth("Complete the plan", on.AddDays(chance.Between(240, 800)))],
        _ => [new("Complete all of it", "As soon as possible", DeadlineForm.AsSoonAsPossible, null)],
    };

    public static DeadlineStage ByTheEndOfTheMonth(string what, DateOnly within)
    {
        var last = new DateOnly(within.Year, within.Month, DateTime.DaysInMonth(within.Year, within.Month));
        return new(what, string.Create(CultureInfo.InvariantCulture, $"By {last:MMMM yyyy}"), DeadlineForm.Month, last);
    }

    private static DeadlineStage ByTheDay(string what, DateOnly day) =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"By {day:d MMMM yyyy}"), DeadlineForm.Day, day);
}
