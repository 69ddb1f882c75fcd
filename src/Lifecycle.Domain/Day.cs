using System.Globalization;

namespace Lifecycle.Domain;

/// <summary>Days as text: as corrections carry them, and as people read them.</summary>
internal static class Day
{
    /// <summary>"4 September 2023", for what is said to a person.</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static Refusal? Malformed(string? text, Act act) => !TryParse(text, out var day)
        ? new Refusal("day_malformed", "Enter the corrected day as year, month and day, for example 2025-05-16.")
        : Check.When(day > act.Today, "effective_in_future", "The corrected day is in the future.");
}
