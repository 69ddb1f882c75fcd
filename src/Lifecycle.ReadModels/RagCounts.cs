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

/// <summary>How forces rate the records that are open now.</summary>
internal static class RagCounts
{
    private static readonly string Sql = SqlText.Of("rag_counts");

    /// <param name="where">Which of the records r.</param>
    public static Task<List<RagGroup>> NowAsync(Database database, ReadScope scope, Conditions where, CancellationToken cancellation) => database.AskAsync(
        scope, Sql.Replace("{where}", where.ToString(), StringComparison.Ordinal), where.AddTo,
        (reader, ct) => reader.AllAsync(RagGroup.Read, ct), cancellation);
}
