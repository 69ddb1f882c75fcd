using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>Commits one group at a time on one connection, and finds a true answer for each member whatever goes wrong.</summary>
internal sealed class GroupWriter(Database database, InlineProjection project, TimeProvider clock, EventStoreOptions options)
    : IAsyncDisposable
{
    private const int Attempts = 5;
    private static readonly TimeSpan PruneInterval = TimeSpan.FromMinutes(10);

    private NpgsqlConnection? _connection;
    private DateTimeOffset _pruned;

    public async Task CommitAsync(IReadOnlyList<Waiting> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CommitOnceAsync(group);
                return;
            }
            catch (Exception failed)
            {
                await DropConnectionAsync();
                if (await AnswerAsync(group, failed, attempt)) return;
            }
        }
    }

    public async ValueTask DisposeAsync() => await DropConnectionAsync();

    private async Task CommitOnceAsync(IReadOnlyList<Waiting> group)
    {
        var connection = _connection ??= await database.OpenConnectionAsync(CancellationToken.None);
        var appends = group.Select(w => w.Append).ToList();
        var known = await GroupReads.LockAndReadAsync(connection, appends);
        var plan = new GroupPlan(appends, known, clock.GetUtcNow());
        if (plan.IsEmpty) await RollbackAsync(connection);
        else await WriteAsync(connection, plan);
        for (var i = 0; i < group.Count; i++) await AnswerAsync(group[i], plan.Verdicts[i]);
    }

    private async Task WriteAsync(NpgsqlConnection connection, GroupPlan plan)
    {
        var prune = plan.Timestamp - _pruned > PruneInterval;
        try
        {
            await GroupWrites.WriteAsync(connection, plan, project, prune ? plan.Timestamp - options.ReceiptsKept : null);
        }
        catch (Exception failed) when (Failures.Of(failed) is Failure.Broken)
        {
            if (!await IsStoredAsync(plan, failed)) throw;
            // The connection is not to be used again; the events are there.
            await DropConnectionAsync();
        }

        if (prune) _pruned = plan.Timestamp;
    }

    // Asks on a new connection: the server alone knows whether the commit came through.
    private async Task<bool> IsStoredAsync(GroupPlan plan, Exception broken)
    {
        await DropConnectionAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
                return await GroupReads.IsStoredAsync(connection, plan);
            }
            catch (Exception failed) when (Failures.Of(failed) is Failure.Broken)
            {
                if (attempt == Attempts) throw new OutcomeUnknownException(broken);
                await Task.Delay(Pause(attempt));
            }
        }
    }

    private async Task AnswerAsync(Waiting waiting, Verdict verdict)
    {
        if (verdict.Appended is { } appended)
        {
            Telemetry.Appends.Add(appended.Repeated ? 0 : 1);
            waiting.Succeed(appended);
        }
        else if (verdict.Refused is { } refused)
        {
            Telemetry.Conflicts.Add(refused is ConflictException ? 1 : 0);
            waiting.Fail(refused);
        }
        else
        {
            await AnswerEarlierAsync(waiting, verdict.Earlier!);
        }
    }

    private async Task AnswerEarlierAsync(Waiting waiting, Receipt earlier)
    {
        try
        {
            waiting.Succeed(new(await GroupReads.EventsOfAsync(database, earlier, CancellationToken.None), Repeated: true));
        }
        catch (Exception failed)
        {
            // Must not escape: its neighbours are stored, and the group would be tried again.
            waiting.Fail(AsAnswer(failed));
        }
    }

    // True when every member has its answer; false to try the same group again.
    private async Task<bool> AnswerAsync(IReadOnlyList<Waiting> group, Exception failed, int attempt)
    {
        var failure = Failures.Of(failed);
        if (failure is not Failure.Broken && failed is not OutcomeUnknownException && group.Count > 1)
        {
            // One of them is to blame: alone, each gets the answer that is its own.
            foreach (var waiting in group) await CommitAsync([waiting]);
            return true;
        }

        if (failure is not Failure.Refused && attempt < Attempts)
        {
            await Task.Delay(Pause(attempt));
            return false;
        }

        foreach (var waiting in group) waiting.Fail(AsAnswer(failed));
        return true;
    }

    private static Exception AsAnswer(Exception failed) =>
        Failures.Of(failed) is Failure.Broken ? new StoreUnavailableException(failed) : failed;

    private static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(20 << attempt);

    private static async Task RollbackAsync(NpgsqlConnection connection)
    {
        await using var rollback = new NpgsqlCommand("rollback", connection);
        await rollback.ExecuteNonQueryAsync();
    }

    // Returning a connection to the pool ends its transaction; the pool discards a broken one.
    private async Task DropConnectionAsync()
    {
        var connection = _connection;
        _connection = null;
        if (connection is not null) await connection.DisposeAsync();
    }
}
