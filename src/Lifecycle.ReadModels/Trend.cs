using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Open records of a kind on a day, counted one by one.</summary>
/// <param name="Open">Null where the register held none of the kind by that day, which is unknown and not nought.</param>
public sealed record TrendPoint(DateOnly Day, RecordKind Kind, long? Open)
{
    internal static TrendPoint Read(NpgsqlDataReader row) => new(row.Day(0), row.Word<RecordKind>(1), row.GetInt64(2));
}

/// <summary>A total of open records that a paper printed for a day of its own.</summary>
public sealed record DeclaredOn(DateOnly Day, string Body, RecordKind Kind, decimal Count, string Source)
{
    internal static DeclaredOn Read(NpgsqlDataReader row) =>
        new(row.Day(0), row.GetString(1), row.Word<RecordKind>(2), row.GetDecimal(3), row.GetString(4));
}

/// <summary>How many records were open over time, by kind.</summary>
/// <param name="Points">For each day asked for, each kind that boards count and each other kind held.</param>
/// <param name="Declared">What papers printed of the bodies asked for, for days from the first to the last; none when no body was named.</param>
public sealed record Trend(IReadOnlyList<TrendPoint> Points, IReadOnlyList<DeclaredOn> Declared);
