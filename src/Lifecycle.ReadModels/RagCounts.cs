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

    internal static RagGroup ReadFacts(NpgsqlDataReader row) => Of(new(row.GetInt32(0)), row.GetInt64(1));

    private static RagGroup Of(RegisterFacts facts, long open) => new(facts.Kind, facts.Rag, open);
}

/// <summary>How forces rate their open records.</summary>
public static class RagCounts
{
    private static readonly string NowSql = SqlText.Of("rag_counts");
    private static readonly string PastSql = SqlText.Of("rag_counts_past");

    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static Task<List<RagGroup>> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(bodies, scope, "r");
        var (sql, rows) = asOf.IsNow
            ? (NowSql, Register.Rows(asOf))
            : (PastSql, RegisterRows.OfAll(asOf, new RegisterFilter(), RegisterSort.Reference));
        return database.AskAsync(
            scope,
            sql.Replace("{rows}", rows, StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
            },
            (reader, ct) => reader.AllAsync<RagGroup>(asOf.IsNow ? RagGroup.Read : RagGroup.ReadFacts, ct), cancellation);
    }
}
