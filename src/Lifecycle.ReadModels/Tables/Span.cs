namespace Lifecycle.ReadModels.Tables;

/// <summary>
/// How long a row held, or, while it holds on, how long it was known, as a power of two: rows of every span are found by where
/// they begin. Written with the row, because a column that PostgreSQL generates costs each statement more than the row itself.
/// </summary>
internal static class Span
{
    private const int Longest = 20;

    /// <summary>What it is of a row whose knowledge ends: <c>known</c> as it stands, <c>given</c> with the new end.</summary>
    public static string OfClosedSql { get; } = $"""
        case when known.valid_to < 'infinity' then known.span else width_bucket(
            1 + (given.known_to at time zone 'UTC')::date - (known.known_from at time zone 'UTC')::date,
            array[{string.Join(", ", Enumerable.Range(0, Longest).Select(n => 1 << n))}]) end
        """;

    /// <summary>Null while the row stands and is known: there is no end to measure from.</summary>
    public static short? Of(DateOnly validFrom, DateOnly validTo, DateTimeOffset knownFrom, DateTimeOffset knownTo) =>
        validTo < DateOnly.MaxValue ? Bucket(validTo.DayNumber - validFrom.DayNumber)
        : knownTo < DateTimeOffset.MaxValue ? Bucket(1 + DayOf(knownTo) - DayOf(knownFrom))
        : null;

    private static short Bucket(int days) => days < 1 ? (short)0 : (short)Math.Min(Longest, int.Log2(days) + 1);

    private static int DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime).DayNumber;
}
