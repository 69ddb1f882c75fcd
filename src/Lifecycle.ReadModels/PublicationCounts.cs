using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>A count that a publication prints without its records.</summary>
/// <param name="Subject">Id of a body, or "national".</param>
/// <param name="Counted">What is counted.</param>
/// <param name="Count">Null is not stated.</param>
public sealed record DeclaredCount(string Publication, string Subject, string Counted, int? Count, string? Source, string? Note);

/// <summary>Counts that publications print, known before or without the records, on both time axes.</summary>
public static class PublicationCounts
{
    internal static IReadModel Model { get; } = new BitemporalTable<DeclaredCount>(
        "publication_count", shape: 1,
        Cut.Many(
            history => history.Paper, picture => picture.Counts, count => (count.Subject, count.Counted, count.Source),
            picture => picture.Facts?.PublishedOn),
        [
            Column.Text("publication", (DeclaredCount count) => count.Publication),
            Column.Key("subject", (DeclaredCount count) => count.Subject),
            Column.Key("counted", (DeclaredCount count) => count.Counted),
            Column.Key("source", (DeclaredCount count) => count.Source ?? ""),
            Column.Integer("count", (DeclaredCount count) => count.Count),
            Column.Text("note", (DeclaredCount count) => count.Note),
        ]);

    private static readonly string ReadSql = SqlText.Of("publication_count_read");

    /// <summary>All that one publication prints. Null is not stated, which is not nought.</summary>
    public static Task<List<DeclaredCount>> ReadAsync(
        Database database, ReadScope scope, string publication, AsOf asOf, CancellationToken cancellation) =>
        database.AskAsync(
            scope, ReadSql,
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("publication", publication);
            },
            (reader, ct) => reader.AllAsync(Read, ct), cancellation);

    private static DeclaredCount Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.IntegerOrNull(3),
        row.GetString(4) is { Length: > 0 } source ? source : null, row.TextOrNull(5));
}
