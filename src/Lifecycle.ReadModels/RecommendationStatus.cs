using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Where one record stands now.</summary>
/// <param name="Version">The stream's version; what a command says it was decided on.</param>
/// <param name="Steps">Steps to green.</param>
/// <param name="StepsMet">Of these, met.</param>
/// <param name="Evidence">Items of evidence that stand.</param>
public sealed record RecordStatus(
    Guid Stream, RegisterRow Row, string Summary, long Version, int Steps, int StepsMet, int Evidence);

/// <summary>The register as it is now: one row for each record.</summary>
public static class RecommendationStatus
{
    internal static IReadModel Model { get; } = new LatestTable<Row>(
        "recommendation_status",
        (stream, history) => history.Record?.Now is { } picture ? Row.Of(stream, picture) : null,
        [
            Column.Uuid("stream_id", (Row row) => row.Stream),
            // A record's stream belongs to the body that answers for it.
            Column.Text("tenant_id", (Row row) => row.Facts.Body),
            .. RegisterRow.Columns.Select(column => column.Within((Row row) => row.Facts)),
            Column.Text("summary", (Row row) => row.Summary),
            Column.Integer("steps", (Row row) => row.Steps),
            Column.Integer("steps_met", (Row row) => row.StepsMet),
            Column.Integer("evidence", (Row row) => row.Evidence),
        ]);

    private sealed record Row(Guid Stream, RegisterRow Facts, string Summary, int Steps, int StepsMet, int Evidence)
    {
        public static Row Of(Guid stream, RecordPicture picture) => new(
            stream, picture.Row, picture.State.Summary,
            picture.State.Steps.Count, picture.State.Steps.Count(step => step.Met), picture.State.StandingEvidence.Count());
    }

    private static readonly string FindSql = SqlText.Of("recommendation_status_find");
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

    private static RecordStatus Read(NpgsqlDataReader row) => new(
        row.GetGuid(20), RegisterRow.Read(row, 0), row.GetString(21), row.GetInt64(22), row.GetInt32(23), row.GetInt32(24), row.GetInt32(25));
}
