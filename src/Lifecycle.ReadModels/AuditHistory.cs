using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>One event as an auditor reads it.</summary>
/// <param name="Rule">The authority rule applied, "id@version", where one was.</param>
/// <param name="Data">What happened, as JSON.</param>
/// <param name="StatusAfter">Where the record stood once this was recorded, by all that was known; null for other streams.</param>
public sealed record AuditEntry(
    long Version, long Position, string Type, DateTimeOffset RecordedAt, DateOnly EffectiveOn, bool EnteredLate,
    string Actor, Role Role, string Body, string? Rule, string? TranscribedBy, string? Source, string Data, Status? StatusAfter);

/// <summary>Every event of every stream, as an auditor reads it.</summary>
public static class AuditHistory
{
    private sealed record Row(string Tenant, Guid Stream, Step Step);

    // What an event says itself (its type, data and headers) stays in the event table alone, to which the query joins: it never
    // changes, so a copy would be so many bytes written once more and tell nothing. Here is by what it is found, and what only folding tells.
    internal static IReadModel Model { get; } = new LogTable<Row>(
        "audit_history", shape: 1,
        (stream, step) => new Row(stream.Tenant, stream.Stream, step),
        [
            Column.Uuid("stream_id", (Row row) => row.Stream),
            Column.Bigint("version", (Row row) => row.Step.Recorded.Version),
            Column.Bigint("position", (Row row) => row.Step.Position),
            Column.Text("tenant_id", (Row row) => row.Tenant),
            Column.Moment("recorded_at", (Row row) => row.Step.Recorded.RecordedAt),
            Column.Day("effective_on", (Row row) => row.Step.Recorded.EffectiveOn),
            Column.Word("status_after", (Row row) => row.Step.After.Recommendation?.Status),
        ]);

    private static readonly string ReadSql = SqlText.Of("audit_history_read");

    /// <summary>A stream's events in the order in which they were recorded: those that had happened by the day and were recorded by the moment.</summary>
    public static Task<Page<AuditEntry>> ReadAsync(
        Database database, ReadScope scope, Guid stream, AsOf asOf, Paging paging, CancellationToken cancellation) =>
        database.ReadAsync(
            scope, ReadSql,
            p =>
            {
                asOf.AddTo(p);
                paging.AddTo(p);
                p.AddWithValue("stream", stream);
            },
            (reader, ct) => reader.PageAsync(Read, ct), cancellation);

    private static AuditEntry Read(NpgsqlDataReader row)
    {
        var recordedAt = row.Moment(4);
        var headers = row.Headers(5, recordedAt);
        return new(
            row.GetInt64(1), row.GetInt64(2), row.GetString(3), recordedAt, headers.EffectiveOn, headers.EntersLate(recordedAt),
            headers.Actor, headers.Role, headers.Body, headers.AuthorityRule, headers.TranscribedBy, headers.Source, row.GetString(6),
            row.WordOrNull<Status>(7));
    }
}
