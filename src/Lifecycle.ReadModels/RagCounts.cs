using System.Runtime.InteropServices;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Open records of a kind with the same traffic light.</summary>
/// <param name="Rag">The force's own rating; null is not rated, which is none of the three.</param>
public sealed record RagGroup(RecordKind Kind, Rag? Rag, long Open)
{
    internal static RagGroup Read(NpgsqlDataReader row) => new(row.Word<RecordKind>(0), row.WordOrNull<Rag>(1), row.GetInt64(2));
}

/// <summary>How forces rate their open records.</summary>
public static class RagCounts
{
    private static readonly string NowSql = SqlText.Of("rag_counts");

    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static Task<List<RagGroup>> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(bodies, scope, "r");
        return asOf.IsNow
            ? database.AskAsync(
                scope, NowSql.Replace("{where}", where.ToString(), StringComparison.Ordinal), where.AddTo,
                (reader, ct) => reader.AllAsync(RagGroup.Read, ct), cancellation)
            : database.LookAsync(scope, look => PastAsync(look, where, asOf, cancellation), cancellation);
    }

    // Looked up one by one, the records of a force are spread over all of the table; an index hands them over.
    private static async Task<List<RagGroup>> PastAsync(Look look, Conditions where, AsOf asOf, CancellationToken cancellation)
    {
        var open = new Dictionary<(RecordKind, Rag?), long>();
        using var census = new Census(asOf.AsAt, (lines, some) =>
        {
            for (var at = some.Start.Value; at < some.End.Value; at++)
            {
                var facts = lines.Facts(at);
                if (facts.Status.IsOpen()) CollectionsMarshal.GetValueRefOrAddDefault(open, (facts.Kind, facts.Rag), out _)++;
            }
        });
        await census.AskAsync(look, asOf, new(), where, cancellation);
        return [.. open.Select(same => new RagGroup(same.Key.Item1, same.Key.Item2, same.Value))];
    }
}
