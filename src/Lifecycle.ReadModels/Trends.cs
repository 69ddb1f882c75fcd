using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Open records by kind on several days at once, as known at one moment.</summary>
public static class Trends
{
    /// <summary>More days than this tell a reader nothing.</summary>
    public const int MostDays = 40;

    private static readonly string TrendSql = SqlText.Of("trend");
    private static readonly string DeclaredSql = SqlText.Of("trend_declared");

    /// <param name="bodies">Only these; null is every body in scope.</param>
    /// <param name="days">At least one and at most <see cref="MostDays"/>.</param>
    /// <param name="knownAt">What was recorded by this moment; null is now.</param>
    public static async Task<Trend> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, IReadOnlyList<DateOnly> days, DateTimeOffset? knownAt,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days.Count, MostDays);
        var inOrder = days.Distinct().Order().ToArray();
        var asOf = new AsOf(inOrder[^1], null, knownAt);
        var where = new Conditions().AndOf(bodies, scope, "r");
        var sql = TrendSql.Replace("{where}", where.ToString(), StringComparison.Ordinal)
            .Replace("{known}", asOf.Known("r"), StringComparison.Ordinal)
            .Replace("{bodies}", bodies is null && scope.Bodies is null ? "every_body" : "unnest(@bodies)", StringComparison.Ordinal);
        var counted = await database.AskAsync(scope, sql, Parameters, (reader, ct) => reader.AllAsync(TrendPoint.Read, ct), cancellation);
        var declared = bodies is null ? [] : await database.AskAsync(
            scope, DeclaredSql, Parameters, (reader, ct) => reader.AllAsync(DeclaredOn.Read, ct), cancellation);
        return new(Complete(counted, inOrder), declared);

        void Parameters(NpgsqlParameterCollection p)
        {
            asOf.AddTo(p);
            where.AddTo(p);
            p.AddWithValue("days", inOrder);
            p.AddWithValue("first", inOrder[0]);
            p.AddWithValue("last", inOrder[^1]);
            p.AddWithValue("kinds", Enum.GetValues<RecordKind>().Select(Words.Of).ToArray());
        }
    }

    private static List<TrendPoint> Complete(List<TrendPoint> counted, IReadOnlyList<DateOnly> days)
    {
        var known = counted.ToDictionary(point => (point.Day, point.Kind));
        var kinds = Position.MainKinds.Concat(counted.Select(point => point.Kind)).Distinct().ToList();
        return
        [
            .. from day in days
               from kind in kinds
               select known.GetValueOrDefault((day, kind)) ?? new TrendPoint(day, kind, null),
        ];
    }
}
