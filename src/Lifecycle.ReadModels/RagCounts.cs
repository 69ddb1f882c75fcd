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
    private static readonly string Sql = SqlText.Of("rag_counts");

    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static Task<List<RagGroup>> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(bodies, scope, "r");
        return database.AskAsync(
            scope,
            Sql.Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
            },
            (reader, ct) => reader.AllAsync(RagGroup.Read, ct), cancellation);
    }
}
