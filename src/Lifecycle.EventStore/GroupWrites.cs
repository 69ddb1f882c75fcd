using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Lifecycle.EventStore;

/// <summary>What is written with a group's events.</summary>
/// <param name="Leaves">Makes the statement that stores the leaves of events, the first of which gets the index given; null when they are left to catch-up.</param>
/// <param name="PruneBefore">Older receipts go; null when it is not yet time.</param>
internal sealed record GroupExtras(
    InlineProjection Project, Func<IReadOnlyList<AppendedStream>, long, NpgsqlBatchCommand>? Leaves, DateTimeOffset? PruneBefore);

/// <summary>
/// Writes a group and commits, in one round trip; a large one in lots, so that one is made ready while the database stores the one
/// before. A statement that fails keeps the commit from running.
/// </summary>
internal static class GroupWrites
{
    // An import may append a hundred thousand events at once.
    private const int Seconds = 300;

    /// <summary>Stores the group if the log ends with the event that the plan follows.</summary>
    /// <param name="beside">Whether it is written while the group before may still be, and only then waits for that one's end; else it waits first.</param>
    /// <param name="here">Whether this thread waits for it, which is quicker than being told by another.</param>
    public static Task StoreAsync(
        NpgsqlConnection connection, GroupPlan plan, StoredEvent follows, bool beside, bool here, GroupExtras extras)
    {
        var bodies = plan.Moves.Keys.Select(stream => stream.Tenant).Append(follows.Tenant);
        var begin = new NpgsqlBatchCommand("begin");
        var isNext = Statement.Of(SqlText.AppendFollows, follows.Position, follows.Id, follows.Timestamp, plan.Lost.ToArray());
        return beside
            ? WriteAsync(connection, plan, extras, [begin, AppendLock.Sharing(bodies, plan.Head.Position)], [AppendLock.After(follows.Position), isNext], here)
            : WriteAsync(connection, plan, extras, [begin, AppendLock.Taking(bodies), isNext], [], here);
    }

    /// <summary>The connection's transaction holds the lock, and the plan was made on what was read in it.</summary>
    public static void Write(NpgsqlConnection connection, GroupPlan plan, GroupExtras extras) =>
        WriteAsync(connection, plan, extras, [], [], here: true).GetAwaiter().GetResult();

    private static async Task WriteAsync(
        NpgsqlConnection connection, GroupPlan plan, GroupExtras extras, IReadOnlyList<NpgsqlBatchCommand> first, IReadOnlyList<NpgsqlBatchCommand> last, bool here)
    {
        var lots = Lots.Of(plan);
        var storing = Task.CompletedTask;
        for (var lot = 0; lot < lots.Count; lot++)
        {
            var batch = new NpgsqlBatch(connection) { Timeout = Seconds };
            try
            {
                if (lot == 0) AddStart(plan, first, batch);
                AddRows(plan, lots[lot], extras, batch);
                if (lot == lots.Count - 1) AddEnd(plan, extras, last, batch);
            }
            finally
            {
                // Whatever becomes of this one, nobody may use the connection before.
                await storing;
            }

            storing = ExecuteAsync(batch, here && lots.Count == 1);
        }

        await storing;
    }

    private static async Task ExecuteAsync(NpgsqlBatch batch, bool here)
    {
        await using var executed = batch;
        if (here) batch.ExecuteNonQuery();
        else await batch.ExecuteNonQueryAsync();
    }

    private static void AddStart(GroupPlan plan, IReadOnlyList<NpgsqlBatchCommand> first, NpgsqlBatch batch)
    {
        foreach (var command in first) batch.BatchCommands.Add(command);
        AddStreams(plan, batch);
    }

    private static void AddRows(GroupPlan plan, IReadOnlyList<AppendedStream> lot, GroupExtras extras, NpgsqlBatch batch)
    {
        batch.BatchCommands.Add(Events(plan, lot));
        if (extras.Leaves is { } leaves) batch.BatchCommands.Add(leaves(lot, plan.LeafOf(lot[0].Events[0].Position)));
        var started = Stopwatch.GetTimestamp();
        extras.Project(lot, batch);
        Telemetry.ProjectionSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static void AddEnd(GroupPlan plan, GroupExtras extras, IReadOnlyList<NpgsqlBatchCommand> last, NpgsqlBatch batch)
    {
        if (plan.Receipts.Count > 0) batch.BatchCommands.Add(Receipts(plan));
        foreach (var command in last) batch.BatchCommands.Add(command);
        if (extras.PruneBefore is { } before) batch.BatchCommands.Add(Statement.Of(SqlText.PruneReceipts, before));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendSequence, plan.Head.Position));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendNotify, plan.Head.Position.ToString(CultureInfo.InvariantCulture)));
        batch.BatchCommands.Add(new("commit"));
    }

    private static void AddStreams(GroupPlan plan, NpgsqlBatch batch)
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
