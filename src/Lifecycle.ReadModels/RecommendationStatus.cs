using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Where one record stands now.</summary>
/// <param name="Version">The stream's version; what a command says it was decided on.</param>
/// <param name="LastPosition">Position of its last event.</param>
/// <param name="LastRecordedAt">When that was recorded.</param>
/// <param name="Steps">Steps to green.</param>
/// <param name="StepsMet">Of these, met.</param>
/// <param name="Evidence">Items of evidence that stand.</param>
public sealed record RecordStatus(
    Guid Stream, RegisterRow Row, string Summary, long Version, long LastPosition, DateTimeOffset LastRecordedAt,
    int Steps, int StepsMet, int Evidence);

/// <summary>The register as it is now: one row for each record.</summary>
public static class RecommendationStatus
{
    internal static IReadModel Model { get; } = new LatestTable<RecordStatus>(
        "recommendation_status",
        Of,
        [
            Column.Uuid("stream_id", (RecordStatus status) => status.Stream),
            // A record's stream belongs to the body that answers for it.
            Column.Text("tenant_id", (RecordStatus status) => status.Row.Body),
            .. RegisterRow.Columns.Select(column => column.Within((RecordStatus status) => status.Row)),
            Column.Text("summary", (RecordStatus status) => status.Summary),
            Column.Bigint("version", (RecordStatus status) => status.Version),
            Column.Bigint("last_position", (RecordStatus status) => status.LastPosition),
            Column.Moment("last_recorded_at", (RecordStatus status) => status.LastRecordedAt),
            Column.Integer("steps", (RecordStatus status) => status.Steps),
            Column.Integer("steps_met", (RecordStatus status) => status.StepsMet),
            Column.Integer("evidence", (RecordStatus status) => status.Evidence),
        ]);

    private static readonly string FindSql = SqlText.Of("recommendation_status_find");
    private static readonly string ReferencesSql = SqlText.Of("recommendation_status_references");
    private static readonly string UnderSql = SqlText.Of("recommendation_status_under");

    /// <summary>One record now; null when there is none, or none that the scope may know of.</summary>
    public static Task<RecordStatus?> FindAsync(Database database, ReadScope scope, string reference, CancellationToken cancellation) =>
        database.ReadAsync(
            scope, FindSql, p => p.AddWithValue("reference", reference),
            (reader, ct) => reader.FirstAsync(Read, ct), cancellation);

    /// <summary>The records that answer a cause of concern: it is not signed off while one of them is open.</summary>
    public static Task<List<RecordStatus>> UnderAsync(Database database, ReadScope scope, string parent, CancellationToken cancellation) =>
        database.ReadAsync(
            scope, UnderSql, p => p.AddWithValue("parent", parent),
            (reader, ct) => reader.AllAsync(Read, ct), cancellation);

    /// <summary>The references of the records among these streams, as far as the scope may know of them.</summary>
    public static Task<Dictionary<Guid, string>> ReferencesAsync(
        Database database, ReadScope scope, IReadOnlyCollection<Guid> streams, CancellationToken cancellation) =>
        database.ReadAsync(
            scope, ReferencesSql, p => p.AddWithValue("streams", streams.ToArray()),
            async (reader, ct) => (await reader.AllAsync(row => (row.GetGuid(0), row.GetString(1)), ct)).ToDictionary(), cancellation);

    private static RecordStatus Read(NpgsqlDataReader row) => new(
        row.GetGuid(20), RegisterRow.Read(row, 0), row.GetString(21), row.GetInt64(22), row.GetInt64(23), row.Moment(24),
        row.GetInt32(25), row.GetInt32(26), row.GetInt32(27));

    private static RecordStatus? Of(StreamSteps stream)
    {
        if (stream.After.Record?.Now is not { } picture) return null;
        var last = stream.Steps[^1];
        return new(
            stream.Stream, picture.Row, picture.State.Summary, last.Recorded.Version, last.Position, last.Recorded.RecordedAt,
            picture.State.Steps.Count, picture.State.Steps.Count(step => step.Met), picture.State.StandingEvidence.Count());
    }
}
