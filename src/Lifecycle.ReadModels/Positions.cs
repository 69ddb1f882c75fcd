using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Positions: how many records were open, by whatever a board asks for, as at any day and as known at any moment.</summary>
public static class Positions
{
    private static readonly string GroupsSql = SqlText.Of("position_groups");
    private static readonly string TotalsSql = SqlText.Of("position_totals");
    private static readonly string ApartSql = SqlText.Of("position_apart");

    /// <param name="splits">In which order to split; none gives one count of all.</param>
    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static async Task<Position> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<PositionSplit> splits, IReadOnlyList<string>? bodies, AsOf asOf,
        CancellationToken cancellation)
    {
        var wanted = Narrowed(scope, bodies);
        var groups = await RowsAsync(GroupsSql.Replace("{split}", Columns(splits), StringComparison.Ordinal), PositionGroup.Read);
        var totals = await RowsAsync(TotalsSql, PositionTotal.Read);
        return new(groups, Complete(totals, wanted), await RowsAsync(ApartSql, DeclaredApart.Read));

        Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> row) => database.ReadAsync(
            scope, sql.Replace("{in_bodies}", wanted is null ? "is not null" : "= any(@bodies)", StringComparison.Ordinal),
            Parameters, (reader, ct) => reader.AllAsync(row, ct), cancellation);

        void Parameters(NpgsqlParameterCollection p)
        {
            asOf.AddTo(p);
            p.AddWithValue("bodies", (object?)wanted ?? DBNull.Value);
            p.AddWithValue("kinds", Enum.GetValues<RecordKind>().Select(Words.Of).ToArray());
        }
    }

    private static string[]? Narrowed(ReadScope scope, IReadOnlyList<string>? bodies) =>
        bodies is null ? scope.Bodies?.ToArray() : [.. bodies.Where(body => scope.Bodies?.Contains(body) ?? true)];

    private static string Columns(IReadOnlyList<PositionSplit> splits) => string.Join(", ", Enum.GetValues<PositionSplit>().Select(split =>
        splits.Contains(split) ? $"r.{ColumnOf(split)}" : $"null as {ColumnOf(split)}"));

    private static string ColumnOf(PositionSplit split) => split switch
    {
        PositionSplit.Body => "body",
        PositionSplit.Kind => "kind",
        PositionSplit.Level => "level",
        PositionSplit.Status => "status",
        PositionSplit.Publication => "publication",
        _ => throw new ArgumentOutOfRangeException(nameof(split)),
    };

    // Who asks about a body is told of each kind that boards count, were it only that nothing is known.
    private static List<PositionTotal> Complete(List<PositionTotal> totals, IReadOnlyList<string>? bodies) =>
    [
        .. from body in (bodies ?? [.. totals.Select(total => total.Body).Distinct()]).Order(StringComparer.Ordinal)
           from kind in Position.MainKinds.Concat(totals.Where(total => total.Body == body).Select(total => total.Kind)).Distinct()
           select totals.Find(total => total.Body == body && total.Kind == kind) ?? new PositionTotal(body, kind, null, null, null),
    ];
}
