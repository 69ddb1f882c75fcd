using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>The point in both times that a question is about: what had happened by a day, as far as we knew at a moment.</summary>
/// <param name="Today">The present day, which the caller's clock tells.</param>
/// <param name="Day">As at this day; null is today.</param>
/// <param name="KnownAt">What was recorded by this moment, itself included; null is now.</param>
public sealed record AsOf(DateOnly Today, DateOnly? Day = null, DateTimeOffset? KnownAt = null)
{
    // Earlier than infinity, when what is known now ends, and later than anything that was ever recorded.
    private static readonly DateTime Now = new(9999, 12, 30, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The day as at which the answer holds.</summary>
    public DateOnly AsAt => Day ?? Today;

    /// <summary>About the present: today or later, and all that is known.</summary>
    public bool IsNow => AsAt >= Today && KnownAt is null;

    /// <summary>What of a bitemporal table was known. What is known now has no end, which an index may be made for.</summary>
    internal string Known(string alias) =>
        KnownAt is null ? $"{alias}.known_to = 'infinity'" : $"{alias}.known_from <= @known_at and {alias}.known_to > @known_at";

    internal void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.AddWithValue("as_at", AsAt);
        parameters.AddWithValue("known_at", KnownAt?.UtcDateTime ?? Now);
    }

    /// <summary>The rows of a bitemporal table that answer.</summary>
    internal static string Holds(string alias) =>
        $"{alias}.valid_from <= @as_at and {alias}.valid_to > @as_at and {alias}.known_from <= @known_at and {alias}.known_to > @known_at";
}
