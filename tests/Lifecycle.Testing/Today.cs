using System.Globalization;
using Lifecycle.Domain;

namespace Lifecycle.Testing;

/// <summary>The day that it is for the real host. In summer its days begin an hour before those of UTC.</summary>
public static class Today
{
    /// <summary>Today.</summary>
    public static DateOnly Date => LondonDay.Of(DateTimeOffset.UtcNow);

    /// <summary>The day so many days from today, or before it where that is negative, as a person would type it: 2026-07-01.</summary>
    public static string Plus(int days) => Date.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
