using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>What is being stored while a planned group is written.</summary>
internal enum Meanwhile
{
    /// <summary>Nothing that it may be written beside: it takes the append lock alone.</summary>
    Nothing,

    /// <summary>The group before it, with which it shares the lock.</summary>
    Group,

    /// <summary>A large append, which leaves it a place and ends after it.</summary>
    LargeAppend,
}

/// <summary>
/// Writes a group and commits, in one round trip; a large one in lots, so that one is made ready while the database stores the one
/// before. A statement that fails keeps the commit from running.
/// </summary>
internal static class GroupWrites
{
    // An import may append a hundred thousand events at once.
    private const int Seconds = 300;

    /// <summary>Stores the group if the log ends with the event that the plan follows.</summary>
    /// <param name="meanwhile">Nothing, and it waits for its turn first; otherwise it does before it commits.</param>
    /// <param name="here">Whether this thread waits for it, which is quicker than being told by another.</param>
    public static Task StoreAsync(
        NpgsqlConnection connection, GroupPlan plan, StoredEvent follows, Meanwhile meanwhile, bool here, GroupExtras extras)
    {
        var bodies = BodiesOf(plan, follows);
        var isNext = GroupStatements.Follows(plan, follows);
        if (meanwhile == Meanwhile.Nothing)
            return WriteAsync(connection, plan, extras, [new("begin"), AppendLock.Taking(bodies), isNext], [], here);
        var sharing = meanwhile == Meanwhile.Group ? AppendLock.Sharing(bodies, plan.Head.Position) : AppendLock.SharingAtOnce(bodies, plan.Head.Position);
        NpgsqlBatchCommand[] turn = [AppendLock.After(follows.Position), isNext];
        return WriteAsync(connection, plan, extras, [new("begin"), sharing], turn, here);
    }

    /// <summary>The connection's transaction holds the lock, and the plan was made on what was read in it.</summary>
    public static void Write(NpgsqlConnection connection, GroupPlan plan, GroupExtras extras) =>
        WriteAsync(connection, plan, extras, [], [], here: true).GetAwaiter().GetResult();

    /// <summary>Writes without ending: <see cref="StoreRestAsync"/> does.</summary>
    /// <param name="written">Called after each lot.</param>
    public static Task WriteAheadAsync(NpgsqlConnection connection, GroupPlan plan, GroupExtras extras, Action written) =>
        WriteAsync(connection, plan, extras, [new("begin"), AppendLock.Sharing(plan.Moves.Keys.Select(stream => stream.Tenant))], null, here: false, written);

    /// <summary>Stores, with all that the transaction has written ahead, the rest around it, if the log ends with the event that the plan follows.</summary>
    public static Task StoreRestAsync(NpgsqlConnection connection, GroupPlan plan, StoredEvent follows, GroupExtras extras) =>
        WriteAsync(
            connection, plan, extras, [AppendLock.Sharing(BodiesOf(plan, follows), plan.Head.Position), GroupStatements.Follows(plan, follows)],
            [], here: false);

    // Without a list of what comes last, even an empty one, the transaction goes on.
    private static async Task WriteAsync(
        NpgsqlConnection connection, GroupPlan plan, GroupExtras extras, IReadOnlyList<NpgsqlBatchCommand> first, IReadOnlyList<NpgsqlBatchCommand>? last,
        bool here, Action? written = null)
    {
        var lots = Lots.Of(plan);
        var storing = Task.CompletedTask;
        for (var lot = 0; lot < lots.Count; lot++)
        {
            var batch = new NpgsqlBatch(connection) { Timeout = Seconds };
            try
            {
                if (lot == 0)
                {
                    foreach (var command in first) batch.BatchCommands.Add(command);
                    GroupStatements.AddStreams(plan, batch);
                }

                GroupStatements.AddRows(plan, lots[lot], extras, batch);
                if (lot == lots.Count - 1 && last is not null) GroupStatements.AddEnd(plan, extras, last, batch);
            }
            finally
            {
                // Whatever becomes of this one, nobody may use the connection before.
                await storing;
            }

            if (lot > 0) written?.Invoke();
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

    private static IEnumerable<string> BodiesOf(GroupPlan plan, StoredEvent follows) =>
        plan.Moves.Keys.Select(stream => stream.Tenant).Append(follows.Tenant);
}
