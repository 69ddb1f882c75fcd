using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Lifecycle.EventStore;

/// <summary>What is written with a group's events.</summary>
/// <param name="Leaves">Makes the statement that stores the leaves of events, given each one's index by its position; null when they are left to catch-up.</param>
/// <param name="PruneBefore">Older receipts go; null when it is not yet time.</param>
internal sealed record GroupExtras(
    InlineProjection Project, Func<IReadOnlyList<AppendedStream>, Func<long, long>, NpgsqlBatchCommand>? Leaves, DateTimeOffset? PruneBefore);

/// <summary>The statements that store a group.</summary>
internal static class GroupStatements
{
    /// <summary>Before any rows that name the streams.</summary>
    public static void AddStreams(GroupPlan plan, NpgsqlBatch batch)
    {
        var (born, moved) = (plan.Moves.Where(s => s.Value.IsNew).ToList(), plan.Moves.Where(s => !s.Value.IsNew).ToList());
        if (born.Count > 0)
            batch.BatchCommands.Add(Statement.Of(
                SqlText.AppendStreamsBorn,
                born.Select(s => s.Key.Tenant).ToArray(),
                born.Select(s => s.Key.Stream).ToArray(),
                born.Select(s => s.Value.Type).ToArray(),
                born.Select(s => s.Value.After).ToArray(),
                plan.Timestamp));
        if (moved.Count > 0)
            batch.BatchCommands.Add(Statement.Of(
                SqlText.AppendStreamsMoved,
                moved.Select(s => s.Key.Tenant).ToArray(),
                moved.Select(s => s.Key.Stream).ToArray(),
                moved.Select(s => s.Value.Before).ToArray(),
                moved.Select(s => s.Value.After).ToArray(),
                plan.Timestamp));
    }

    /// <summary>Events, leaves and read models of some of its streams.</summary>
    public static void AddRows(GroupPlan plan, IReadOnlyList<AppendedStream> lot, GroupExtras extras, NpgsqlBatch batch)
    {
        batch.BatchCommands.Add(Events(plan, lot));
        if (extras.Leaves is { } leaves) batch.BatchCommands.Add(leaves(lot, plan.LeafOf));
        var started = Stopwatch.GetTimestamp();
        extras.Project(lot, batch);
        Telemetry.ProjectionSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>What ends the transaction and makes the group known.</summary>
    public static void AddEnd(GroupPlan plan, GroupExtras extras, IReadOnlyList<NpgsqlBatchCommand> last, NpgsqlBatch batch)
    {
        if (plan.Receipts.Count > 0) batch.BatchCommands.Add(Receipts(plan));
        foreach (var command in last) batch.BatchCommands.Add(command);
        if (extras.PruneBefore is { } before) batch.BatchCommands.Add(Statement.Of(SqlText.PruneReceipts, before));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendSequence, plan.Head.Position));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendNotify, plan.Head.Position.ToString(CultureInfo.InvariantCulture)));
        batch.BatchCommands.Add(new("commit"));
    }

    /// <summary>Stops unless the log ends with the event that the plan follows.</summary>
    public static NpgsqlBatchCommand Follows(GroupPlan plan, StoredEvent last) =>
        Statement.Of(SqlText.AppendFollows, last.Position, last.Id, last.Timestamp, plan.Lost.ToArray());

    private static NpgsqlBatchCommand Events(GroupPlan plan, IReadOnlyList<AppendedStream> lot)
    {
        var stored = lot.SelectMany(s => s.Events).ToList();
        var given = lot.SelectMany(s => s.Request.Events).ToList();
        return Statement.Of(
            SqlText.AppendEvents,
            stored.Select(e => e.Position).ToArray(),
            stored.Select(e => e.Id).ToArray(),
            stored.Select(e => e.Tenant).ToArray(),
            stored.Select(e => e.Stream).ToArray(),
            stored.Select(e => e.Version).ToArray(),
            stored.Select(e => e.Type).ToArray(),
            Json(given.Select(e => e.Data)),
            Json(given.Select(e => e.Headers)),
            stored.Select(e => e.CorrelationId).ToArray(),
            plan.Timestamp);
    }

    // As text, an array of JSON would be read twice.
    private static NpgsqlParameter Json(IEnumerable<string> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };

    private static NpgsqlBatchCommand Receipts(GroupPlan plan) => Statement.Of(
        SqlText.AppendReceipts,
        plan.Receipts.Select(r => r.CommandId).ToArray(),
        plan.Receipts.Select(r => r.Receipt.Fingerprint).ToArray(),
        plan.Receipts.Select(r => r.Receipt.FirstPosition).ToArray(),
        plan.Receipts.Select(r => r.Receipt.EventCount).ToArray(),
        plan.Timestamp);
}
