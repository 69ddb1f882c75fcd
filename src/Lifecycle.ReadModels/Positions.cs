using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Positions: how many records were open, by whatever a board asks for, as at any day and as known at any moment.</summary>
public static class Positions
{
    private static readonly string OpenSql = SqlText.Of("position_open");
    private static readonly string TotalsSql = SqlText.Of("position_totals").Replace("{holds}", AsOf.Holds("r"), StringComparison.Ordinal);
    private static readonly string ApartSql = SqlText.Of("position_apart").Replace("{holds}", AsOf.Holds("r"), StringComparison.Ordinal);

    /// <param name="splits">In which order to split; none gives one count of all.</param>
    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static async Task<Position> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<PositionSplit> splits, IReadOnlyList<string>? bodies, AsOf asOf,
        CancellationToken cancellation)
    {
        var wanted = Narrowed(scope, bodies);
        // Counted once, by all but the publication: the totals are sums of the same rows.
        var publication = splits.Contains(PositionSplit.Publication) ? "r.publication" : "null";
        var openSql = OpenSql.Replace("{publication}", publication, StringComparison.Ordinal);
        var open = await RowsAsync(database, scope, openSql, wanted, asOf, PositionGroup.Read, cancellation);
        var counts = open.GroupBy(group => (group.Body, group.Kind)).ToDictionary(same => same.Key, same => same.Sum(group => group.Open));
        var totals = await RowsAsync(database, scope, TotalsSql, wanted, asOf, row => PositionTotal.Read(row, counts), cancellation);
        return new(Groups(open, splits), Complete(totals, wanted), await ApartAsync(database, scope, bodies, asOf, cancellation));
    }

    /// <summary>What publications declare and the register does not hold one by one.</summary>
    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static Task<List<DeclaredApart>> ApartAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation) =>
        RowsAsync(database, scope, ApartSql, Narrowed(scope, bodies), asOf, DeclaredApart.Read, cancellation);

    private static Task<List<T>> RowsAsync<T>(
        Database database, ReadScope scope, string sql, string[]? wanted, AsOf asOf, Func<NpgsqlDataReader, T> row, CancellationToken cancellation) =>
        database.AskAsync(
            scope,
            sql.Replace("{in_bodies}", wanted is null ? "is not null" : "= any(@bodies)", StringComparison.Ordinal)
                .Replace("{bodies}", wanted is null ? "every_body" : "unnest(@bodies)", StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("bodies", (object?)wanted ?? DBNull.Value);
                p.AddWithValue("kinds", Enum.GetValues<RecordKind>().Select(Words.Of).ToArray());
            },
            (reader, ct) => reader.AllAsync(row, ct), cancellation);

    private static List<PositionGroup> Groups(List<PositionGroup> open, IReadOnlyList<PositionSplit> splits) =>
    [
        .. open.GroupBy(one => one.By(splits), (key, same) => key with { Open = same.Sum(one => one.Open) })
            .OrderBy(group => group.Body, StringComparer.Ordinal)
            .ThenBy(group => group.Kind is { } kind ? Words.Of(kind) : null, StringComparer.Ordinal)
            .ThenBy(group => group.Level ?? int.MaxValue)
            .ThenBy(group => group.Status is { } status ? Words.Of(status) : null, StringComparer.Ordinal)
            .ThenBy(group => group.Publication, StringComparer.Ordinal),
    ];

    private static string[]? Narrowed(ReadScope scope, IReadOnlyList<string>? bodies) =>
        bodies is null ? scope.Bodies?.ToArray() : [.. bodies.Where(body => scope.Bodies?.Contains(body) ?? true)];

    // Who asks about a body is told of each kind that boards count, were it only that nothing is known.
    private static List<PositionTotal> Complete(List<PositionTotal> totals, IReadOnlyList<string>? bodies) =>
    [
        .. from body in (bodies ?? [.. totals.Select(total => total.Body).Distinct()]).Order(StringComparer.Ordinal)
           from kind in Position.MainKinds.Concat(totals.Where(total => total.Body == body).Select(total => total.Kind)).Distinct()
           select totals.Find(total => total.Body == body && total.Kind == kind) ?? new PositionTotal(body, kind, null, null, null),
    ];
}
