using System.Globalization;
using Lifecycle.Domain;

namespace Lifecycle.Web.Site;

/// <summary>Days and moments as people type them and as addresses carry them.</summary>
public static class PointInTime
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy"];
    private static readonly string[] MomentFormats = ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-ddTHH:mmZ"];

    /// <summary>Null when it is not a day.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A moment in UTC, or the last moment of a day in London; null when it is neither.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(
            text.Trim(), MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : Day(text) is { } day && day < DateOnly.MaxValue ? LondonDay.EndOf(day) : null;

    /// <summary>As addresses carry it.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As addresses carry it, to the microsecond to which it is stored.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture);
}
