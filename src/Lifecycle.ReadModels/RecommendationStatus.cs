using Lifecycle.Domain.Recommendations;
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

/// <summary>What is kept of a record as it is now.</summary>
internal sealed record StatusRow(
    RegisterRow Facts, string Summary, int Steps, int StepsMet, int Evidence, bool? ScrutinyPassed, DateOnly? ReturnedOn)
{
    public static StatusRow Of(RegisterRow facts, Recommendation state) => new(
        facts, state.Summary, state.Steps.Count, state.Steps.Count(step => step.Met), state.StandingEvidence.Count(), state.Scrutiny,
        state.ReturnedOn);
}

/// <summary>The register as it is now: one row for each record.</summary>
public static class RecommendationStatus
{
    internal static IReadModel Model { get; } = new LatestTable<Standing>(
        "recommendation_status", shape: 3,
        history => history.Record is { Now: { } picture } record ? new(picture.Status, Since(record)) : null,
        [
            // A record's stream belongs to the body that answers for it.
            Column.Text("tenant_id", (Standing row) => row.Status.Facts.Body).Settled(),
            .. RegisterRow.Columns.Select(column => column.Within((Standing row) => row.Status.Facts)),
            Column.Text("summary", (Standing row) => row.Status.Summary).Settled(),
            Column.Integer("steps", (Standing row) => row.Status.Steps),
            Column.Integer("steps_met", (Standing row) => row.Status.StepsMet),
            Column.Integer("evidence", (Standing row) => row.Status.Evidence),
            Column.Day("since", (Standing row) => row.Since),
            Column.FlagOrNull("scrutiny_passed", (Standing row) => row.Status.ScrutinyPassed),
            Column.Day("returned_on", (Standing row) => row.Status.ReturnedOn),
        ]);

    private sealed record Standing(StatusRow Status, DateOnly Since);

    // The day from which the register says what it says now: where the last row of recommendation_interval begins.
    private static DateOnly Since(Timeline<RecordPicture> record)
    {
        var now = record.Now!;
        var at = record.Days.Length - 1;
        while (at > 0 && record.Days[at - 1].State is { } earlier && earlier.Row == now.Row) at--;
        return record.Days[at].Day < now.State.RaisedOn ? now.State.RaisedOn : record.Days[at].Day;
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
        row.GetGuid(21), RegisterRow.Read(row, 0), row.GetString(22), row.GetInt64(23), row.GetInt32(24), row.GetInt32(25), row.GetInt32(26));
}
