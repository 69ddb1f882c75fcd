using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>One body's open records beside those of others. Counts of any body may be compared by anybody; records may not be seen.</summary>
public static class Comparisons
{
    private static readonly string CountsSql = SqlText.Of("comparison_counts");
    private static readonly string AveragesSql = SqlText.Of("comparison_averages");

    public static async Task<Comparison> ReadAsync(
        Database database, ReadScope scope, string body, ComparedWith with, AsOf asOf, CancellationToken cancellation)
    {
        if (Compared(body, with) is not { Count: > 0 } bodies) return new Comparison.GroupUnknown(body, with);
        var counts = await database.AskAsync(
            scope, CountsSql, p => Parameters(p), (reader, ct) => reader.AllAsync(PositionTotal.Read, ct), cancellation);
        var declared = await database.AskAsync(
            scope, AveragesSql, p => Parameters(p), (reader, ct) => reader.AllAsync(DeclaredAverage.Read, ct), cancellation);
        var forces = bodies.Select(id => new ComparedForce(id, [.. Position.MainKinds.Select(kind => Total(counts, id, kind))])).ToList();
        return new Comparison.Compared(forces, [.. Position.MainKinds.Select(kind => Average(forces, kind))], declared);

        void Parameters(NpgsqlParameterCollection p)
        {
            asOf.AddTo(p);
            p.AddWithValue("bodies", bodies.ToArray());
            p.AddWithValue("body", body);
            p.AddWithValue("kinds", Position.MainKinds.Select(Words.Of).ToArray());
        }
    }

    private static IReadOnlyList<string>? Compared(string body, ComparedWith with) => with switch
    {
        ComparedWith.MostSimilarGroup => Bodies.Find(body)?.MostSimilar,
        ComparedWith.Region => Bodies.Find(body)?.Region is { } region
            ? [.. Bodies.TerritorialForces.Where(force => force.Region == region).Select(force => force.Id)]
            : null,
        _ => [.. Bodies.TerritorialForces.Select(force => force.Id)],
    };

    private static PositionTotal Total(List<PositionTotal> counts, string body, RecordKind kind) =>
        counts.Find(total => total.Body == body && total.Kind == kind) ?? new PositionTotal(body, kind, null, null, null);

    private static ComputedAverage Average(List<ComparedForce> forces, RecordKind kind)
    {
        var known = forces.Select(force => force.Counts.Single(total => total.Kind == kind).Value).OfType<decimal>().ToList();
        return new(kind, known.Count == 0 ? null : known.Average(), known.Count, forces.Count);
    }
}
