using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>The second of a group's two round trips: write everything and commit. A statement that fails keeps the commit from running.</summary>
internal static class GroupWrites
{
    // An import may append a hundred thousand events at once.
    private const int Seconds = 300;

    public static async Task WriteAsync(
        NpgsqlConnection connection, GroupPlan plan, InlineProjection project, DateTimeOffset? pruneBefore)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = Seconds };
        batch.BatchCommands.Add(Streams(plan));
        batch.BatchCommands.Add(Events(plan));
        Project(plan, project, batch);
        if (plan.Receipts.Count > 0) batch.BatchCommands.Add(Receipts(plan));
        if (pruneBefore is { } before) batch.BatchCommands.Add(Statement.Of(SqlText.PruneReceipts, before));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendSequence, plan.Head));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendNotify, plan.Head.ToString(CultureInfo.InvariantCulture)));
        batch.BatchCommands.Add(new("commit"));
        await batch.ExecuteNonQueryAsync();
    }

    private static void Project(GroupPlan plan, InlineProjection project, NpgsqlBatch batch)
    {
        var started = Stopwatch.GetTimestamp();
        project(plan.Streams, batch);
        Telemetry.ProjectionSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static NpgsqlBatchCommand Streams(GroupPlan plan)
    {
        // A stream that two of the group's appends extend is one row.
        var streams = plan.Streams.GroupBy(s => (s.Request.Tenant, s.Request.Stream)).Select(s => s.Last()).ToList();
        return Statement.Of(
            SqlText.AppendStreams,
            streams.Select(s => s.Request.Tenant).ToArray(),
            streams.Select(s => s.Request.Stream).ToArray(),
            streams.Select(s => s.Request.StreamType).ToArray(),
            streams.Select(s => s.Events[^1].Version).ToArray(),
            plan.Timestamp);
    }

    private static NpgsqlBatchCommand Events(GroupPlan plan)
    {
        var stored = plan.Streams.SelectMany(s => s.Events).ToList();
        var given = plan.Streams.SelectMany(s => s.Request.Events).ToList();
        return Statement.Of(
            SqlText.AppendEvents,
            stored.Select(e => e.Position).ToArray(),
            stored.Select(e => e.Id).ToArray(),
            stored.Select(e => e.Tenant).ToArray(),
            stored.Select(e => e.Stream).ToArray(),
            stored.Select(e => e.Version).ToArray(),
            stored.Select(e => e.Type).ToArray(),
            given.Select(e => e.Data).ToArray(),
            given.Select(e => e.Headers).ToArray(),
            stored.Select(e => e.CorrelationId).ToArray(),
            plan.Timestamp);
    }

    private static NpgsqlBatchCommand Receipts(GroupPlan plan) => Statement.Of(
        SqlText.AppendReceipts,
        plan.Receipts.Select(r => r.CommandId).ToArray(),
        plan.Receipts.Select(r => r.Receipt.Fingerprint).ToArray(),
        plan.Receipts.Select(r => r.Receipt.FirstPosition).ToArray(),
        plan.Receipts.Select(r => r.Receipt.EventCount).ToArray(),
        plan.Timestamp);
}
