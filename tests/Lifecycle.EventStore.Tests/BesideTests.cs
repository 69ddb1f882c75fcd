using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>Two groups are written at once and committed one after the other; whoever takes the append lock comes between neither.</summary>
public sealed class BesideTests(PostgresFixture postgres)
{
    private const string AtTheRow = "select count(*)::text from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'transactionid'";
    private const string AtTheEnd = "select count(*)::text from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.locktype = 'advisory' and l.objsubid = 2 and not l.granted";
    private const string AtTheLock = "select count(*)::text from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.locktype = 'advisory' and l.objsubid = 1 and not l.granted";

    private readonly Guid[] _streams = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];

    [Fact]
    public async Task A_group_is_written_beside_the_one_before_it_and_commits_after_it()
    {
        await using var ours = await FilledAsync();
        await using var slow = await HeldAsync(ours, _streams[3]);
        var first = await BlockedAsync(ours);

        var second = ours.AppendAsync(_streams[4], 1, "graded");
        await UntilAsync(slow, AtTheEnd);

        Assert.False(first.IsCompleted || second.IsCompleted);
        Assert.Equal(8, (await ours.ReadAllAsync()).Count);
        await Sql.ExecuteAsync(slow, "commit");
        Assert.Equal((9, 10), ((await first).Events[0].Position, (await second).Events[0].Position));
        await GaplessAsync(ours, 10);
    }

    [Fact]
    public async Task A_new_stream_waits_for_the_lock_and_not_in_the_middle_of_its_rows()
    {
        await using var ours = await FilledAsync();
        await using var slow = await HeldAsync(ours, _streams[3]);
        var first = await BlockedAsync(ours);

        var second = ours.AppendAsync(Guid.NewGuid(), 0, "raised");
        await UntilAsync(slow, AtTheLock);

        await Sql.ExecuteAsync(slow, "commit");
        Assert.Equal((9, 10), ((await first).Events[0].Position, (await second).Events[0].Position));
        await GaplessAsync(ours, 10);
    }

    [Fact]
    public async Task Whoever_takes_the_lock_sees_the_end_of_what_is_being_written()
    {
        await using var ours = await FilledAsync();
        await using var theirs = Store.Open(ours.ConnectionString);
        await using var slow = await HeldAsync(ours, _streams[3]);
        var first = await BlockedAsync(ours);

        var other = theirs.AppendAsync(_streams[0], 2, "graded");
        await UntilAsync(slow, AtTheLock);
        var second = ours.AppendAsync(_streams[4], 1, "graded");

        await Sql.ExecuteAsync(slow, "commit");
        Assert.Equal(9, (await first).Events[0].Position);
        long[] after = [(await other).Events[0].Position, (await second).Events[0].Position];
        Assert.Equal([10, 11], after.Order());
        await GaplessAsync(ours, 11);
    }

    [Fact]
    public async Task When_the_group_before_is_not_stored_the_next_one_is_all_the_same()
    {
        await using var ours = await FilledAsync();
        await using var slow = await HeldAsync(ours, _streams[3]);
        var first = await BlockedAsync(ours);
        var second = ours.AppendAsync(_streams[4], 1, "graded");
        await UntilAsync(slow, AtTheEnd);

        await Sql.ExecuteAsync(slow, $"update lifecycle.mt_streams set version = 7 where id = '{_streams[3]}'; commit");

        Assert.Equal(7, (await Assert.ThrowsAsync<ConflictException>(() => first)).Actual);
        Assert.Equal(9, (await second).Events[0].Position);
        await GaplessAsync(ours, 9);
    }

    [Fact]
    public async Task Whoever_looks_for_a_group_that_has_not_begun_does_not_hold_it_up()
    {
        await using var ours = await FilledAsync();
        await using var next = await Sql.OwnerAsync(ours);
        await using var late = await Sql.OwnerAsync(ours);

        await Sql.ExecuteAsync(next, "begin; select lifecycle.await_end(1, 2, 6)");

        Assert.Equal(["True"], await Sql.LinesAsync(late, "select pg_try_advisory_lock(1, 2)"));
    }

    // Five streams of one event, written by nobody else.
    private async Task<Store> FilledAsync()
    {
        var store = await Store.NewAsync(postgres);
        foreach (var stream in _streams) await store.AppendAsync(stream, 0, "raised");
        return store;
    }

    // A group that shares the lock and gets no further than the row of its stream. The first one alone is waited for by the writer itself,
    // so two come before it.
    private async Task<Task<Appended>> BlockedAsync(Store ours)
    {
        await using var one = await HeldAsync(ours, _streams[0]);
        await using var two = await HeldAsync(ours, _streams[1]);
        var alone = ours.AppendAsync(_streams[0], 1, "graded");
        await UntilAsync(one, AtTheRow);
        var pair = Task.WhenAll(ours.AppendAsync(_streams[1], 1, "graded"), ours.AppendAsync(_streams[2], 1, "graded"));
        await Sql.ExecuteAsync(one, "commit");
        await alone;
        await UntilAsync(two, AtTheRow);
        var blocked = ours.AppendAsync(_streams[3], 1, "graded");
        await UntilAsync(two, AtTheLock);
        await Sql.ExecuteAsync(two, "commit");
        await pair;
        await UntilAsync(two, AtTheRow);
        return blocked;
    }

    // A row that somebody holds keeps a group where it is.
    private static async Task<NpgsqlConnection> HeldAsync(Store ours, Guid stream)
    {
        var holder = await Sql.OwnerAsync(ours);
        await Sql.ExecuteAsync(holder, $"begin; select from lifecycle.mt_streams where id = '{stream}' for update");
        return holder;
    }

    // Exactly one session waits there.
    private static async Task UntilAsync(NpgsqlConnection holder, string waiting)
    {
        for (var tries = 0; (await Sql.LinesAsync(holder, waiting))[0] != "1"; tries++)
        {
            Assert.InRange(tries, 0, 500);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task GaplessAsync(Store ours, int events)
    {
        var stored = await ours.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, events).Select(n => (long)n), stored.Select(e => e.Position));
        Assert.Equal(stored.Select(e => e.Timestamp).Order(), stored.Select(e => e.Timestamp));
    }
}
