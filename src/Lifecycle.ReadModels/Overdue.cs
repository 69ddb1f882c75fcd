using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>An open record whose day has passed, with what its force says of it.</summary>
/// <param name="Forecast">The force's own expected day.</param>
/// <param name="Reason">Why; null while nobody has said.</param>
/// <param name="Shared">Whether other forces missed it too, as this force says; null while nobody has asked.</param>
/// <param name="AlsoOverdue">How many other bodies are overdue with the same record, as the register counts.</param>
public sealed record OverdueItem(
    string Reference, string Body, string Title, RecordKind Kind, int? Level, Status Status, string? Owner, string? Board, DateOnly DueOn,
    DateOnly? Forecast, string? Reason, bool? Shared, long AlsoOverdue)
{
    internal static OverdueItem Read(NpgsqlDataReader row) => new(
        row.GetString(4), row.GetString(5), row.GetString(6), row.Word<RecordKind>(7), row.IntegerOrNull(8), row.Word<Status>(9),
        row.TextOrNull(10), row.TextOrNull(11), row.Day(12), row.DayOrNull(13), row.TextOrNull(14),
        row.IsDBNull(15) ? null : row.GetBoolean(15), row.GetInt64(16));
}

/// <summary>A page of what is overdue, and counts of all of it.</summary>
/// <param name="Explained">How many have a reason.</param>
/// <param name="Shared">Of these, known to be missed by other forces too.</param>
/// <param name="NotShared">Of these, known not to be; of the rest nobody has asked.</param>
public sealed record OverduePage(IReadOnlyList<OverdueItem> Items, long Total, long Explained, long Shared, long NotShared);

/// <summary>What is overdue, why, and whether it is only us.</summary>
public static class Overdue
{
    private static readonly string Sql = SqlText.Of("overdue").Replace("{holds}", AsOf.Holds("m"), StringComparison.Ordinal);

    /// <summary>Longest overdue first. The due day itself is in time.</summary>
    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static Task<OverduePage> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(bodies, scope, "r");
        return database.AskAsync(
            scope,
            Sql.Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                paging.AddTo(p);
            },
            PageAsync, cancellation);
    }

    private static async Task<OverduePage> PageAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var page = new OverduePage([], 0, 0, 0, 0);
        var items = new List<OverdueItem>();
        while (await reader.ReadAsync(cancellation))
        {
            page = new(items, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
            if (!reader.IsDBNull(4)) items.Add(OverdueItem.Read(reader));
        }

        return page;
    }
}
