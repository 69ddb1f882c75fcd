using System.Data;
using Lifecycle.EventStore.Log;
using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>Stores one group at a time on one connection: in one round trip as planned, or in two, reading under the lock what the plan needs.</summary>
internal sealed class GroupTransaction(Database database, InlineProjection project, EventStoreOptions options) : IDisposable
{
    private const int Attempts = 5;
    private static readonly TimeSpan PruneInterval = TimeSpan.FromMinutes(10);

    private NpgsqlConnection? _connection;
    private DateTimeOffset _pruned;

    public static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(20 << attempt);

    /// <summary>Sends what the plan stores. The database stores it only if what the plan was made on is so by then.</summary>
    public Task StoreAsync(GroupPlan plan, StoredEvent follows, Meanwhile meanwhile, bool here) =>
        GroupWrites.StoreAsync(Begin(), plan, follows, meanwhile, here, Extras(PruneBefore(plan)));

    /// <summary>Writes what <see cref="StoreRestAsync"/> is to store.</summary>
    /// <param name="written">Called after each lot.</param>
    public Task WriteAheadAsync(GroupPlan plan, Action written) => GroupWrites.WriteAheadAsync(Begin(), plan, Extras(null), written);

    /// <summary>Sends the rest of what was written ahead. The database stores all of it only if what the plan was made on is so by then.</summary>
    public Task StoreRestAsync(GroupPlan plan, StoredEvent follows) =>
        GroupWrites.StoreRestAsync(
            _connection ?? throw new InvalidOperationException("Nothing was written ahead."), plan, follows, Extras(PruneBefore(plan)));

    /// <summary>Waits for what was sent. False when nothing of it is stored.</summary>
    public bool Stored(GroupPlan plan, Task storing)
    {
        try
        {
            storing.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception failed)
        {
            if (Failures.Of(failed) is Failure.Broken) return FindOut(plan, failed);
            return Abandon();
        }
    }

    /// <summary>Everything that wins is stored when it returns; when it throws, the connection has to be dropped.</summary>
    public GroupPlan StoreAsRead(IReadOnlyList<Append> group, DateTimeOffset now)
    {
        var known = GroupReads.LockAndRead(Begin(), group);
        // What another program stored meanwhile comes first in the ledger too.
        if (known.LastWithLeaf < known.Head.Position && !options.LeavesLater)
            known = known with { Head = known.Head with { Leaves = CatchUp.Within(_connection!, known.Head.Leaves, known.LastWithLeaf, options) } };
        var plan = new GroupPlan(group, known, now);
        if (plan.IsEmpty) Rollback();
        else Write(plan);
        return plan;
    }

    // Returning a connection to the pool ends its transaction; the pool discards a broken one.
    public void DropConnection()
    {
        _connection?.Dispose();
        _connection = null;
    }

    public void Dispose() => DropConnection();

    // Whatever starts here starts a transaction, so that one whose connection broke unnoticed is replaced.
    private NpgsqlConnection Begin()
    {
        if (_connection is { State: not ConnectionState.Open }) DropConnection();
        return _connection ??= database.OpenConnection();
    }

    private void Write(GroupPlan plan)
    {
        try
        {
            GroupWrites.Write(_connection!, plan, Extras(PruneBefore(plan)));
        }
        catch (Exception failed) when (Failures.Of(failed) is Failure.Broken)
        {
            if (!FindOut(plan, failed)) throw;
        }
    }

    // Asks on a new connection: the server alone knows whether the commit came through.
    private bool FindOut(GroupPlan plan, Exception broken)
    {
        for (var attempt = 1; ; attempt++)
        {
            DropConnection();
            try
            {
                return GroupReads.IsStored(Begin(), plan);
            }
            catch (Exception failed) when (Failures.Of(failed) is Failure.Broken)
            {
                if (attempt == Attempts) throw new OutcomeUnknownException(broken);
                Thread.Sleep(Pause(attempt));
            }
        }
    }

    private bool Abandon()
    {
        try
        {
            Rollback();
        }
        catch (Exception)
        {
            DropConnection();
        }

        return false;
    }

    private void Rollback()
    {
        using var rollback = new NpgsqlCommand("rollback", _connection);
        rollback.ExecuteNonQuery();
    }

    private GroupExtras Extras(DateTimeOffset? pruneBefore) =>
        new(project, options.LeavesLater ? null : (streams, indexOf) => Leaves.Of(streams, indexOf, options), pruneBefore);

    private DateTimeOffset? PruneBefore(GroupPlan plan)
    {
        if (plan.Timestamp - _pruned <= PruneInterval) return null;
        _pruned = plan.Timestamp;
        return plan.Timestamp - options.ReceiptsKept;
    }
}
