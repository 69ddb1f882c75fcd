using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

public sealed class GroupTests(PostgresFixture postgres) : IDisposable
{
    private readonly ManualResetEventSlim _entered = new();
    private readonly ManualResetEventSlim _gate = new();

    [Fact]
    public async Task Case_9_what_the_projection_writes_is_committed_with_the_events()
    {
        await using var store = await Store.NewAsync(postgres, (appended, writes) =>
        {
            foreach (var stream in appended) writes.BatchCommands.Add(Seen(stream.Events[^1].Position));
        });

        await store.AppendAsync(Guid.NewGuid(), 0, "raised", "graded");

        Assert.Equal(2, await LastSeenAsync(store));
    }

    [Fact]
    public async Task Case_9_when_the_projection_fails_neither_its_writes_nor_the_events_are_stored()
    {
        await using var store = await Store.NewAsync(postgres, (appended, writes) =>
        {
            writes.BatchCommands.Add(Seen(7));
            if (appended[0].Events[0].Type == "fails_there") writes.BatchCommands.Add(new("select 1 / 0"));
            if (appended[0].Events[0].Type == "fails_here") throw new InvalidOperationException("A fault in a projection.");
        });

        await Assert.ThrowsAsync<PostgresException>(() => store.AppendAsync(Guid.NewGuid(), 0, "fails_there"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.AppendAsync(Guid.NewGuid(), 0, "fails_here"));

        Assert.Empty(await store.ReadAllAsync());
        Assert.Null(await LastSeenAsync(store));
        Assert.Equal(1, (await store.AppendAsync(Guid.NewGuid(), 0, "raised")).Events[0].Position);
    }

    [Fact]
    public async Task Case_10_one_append_that_the_database_refuses_leaves_its_neighbours_stored()
    {
        await using var store = await Store.NewAsync(postgres, Projections.Wait(_entered, _gate));
        var first = store.AppendAsync(Guid.NewGuid(), 0, "raised");
        _entered.Wait(TestContext.Current.CancellationToken);
        var malformed = Store.Event("raised") with { Data = """{"text":"\u0000"}""" };

        var before = store.AppendAsync(Guid.NewGuid(), 0, "raised");
        var bad = store.AppendAsync(new Append([Store.Part(Guid.NewGuid(), 0, "raised") with { Events = [malformed] }], []));
        var after = store.AppendAsync(Guid.NewGuid(), 0, "raised");
        _gate.Set();

        await Assert.ThrowsAsync<PostgresException>(() => bad);
        await Task.WhenAll(first, before, after);
        Assert.Equal([1L, 2, 3], (await store.ReadAllAsync()).Select(e => e.Position));
    }

    [Fact]
    public async Task Appends_that_wait_together_share_a_transaction_and_build_on_each_other()
    {
        var groups = new List<int>();
        await using var store = await Store.NewAsync(postgres, (appended, writes) =>
        {
            groups.Add(appended.Count);
            if (groups.Count == 1) Projections.Wait(_entered, _gate)(appended, writes);
        });
        var stream = Guid.NewGuid();
        var first = store.AppendAsync(stream, 0, "raised");
        _entered.Wait(TestContext.Current.CancellationToken);

        var second = store.AppendAsync(stream, 1, "graded");
        var alsoSecond = store.AppendAsync(stream, 1, "withdrawn");
        var third = store.AppendAsync(stream, 2, "signed_off");
        _gate.Set();

        await Task.WhenAll(first, second, third);
        Assert.Equal(2, (await Assert.ThrowsAsync<ConflictException>(() => alsoSecond)).Actual);
        Assert.Equal([1, 2], groups);
        Assert.Equal(["raised", "graded", "signed_off"], (await store.ReadAsync(stream)).Select(e => e.Type));
        Assert.Single((await store.ReadAsync(stream)).Skip(1).Select(e => e.Timestamp).Distinct());
    }

    [Fact]
    public async Task Case_11_when_the_queue_is_full_nothing_more_is_accepted_and_the_caller_is_told_when_to_return()
    {
        await using var store = await Store.NewAsync(
            postgres, Projections.Wait(_entered, _gate), options: new(QueueCapacity: 3) { RetryAfter = TimeSpan.FromSeconds(2) });
        var accepted = new List<Task<Appended>> { store.AppendAsync(Guid.NewGuid(), 0, "raised") };
        _entered.Wait(TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++) accepted.Add(store.AppendAsync(Guid.NewGuid(), 0, "raised"));

        var busy = await Assert.ThrowsAsync<StoreBusyException>(() => store.AppendAsync(Guid.NewGuid(), 0, "raised"));
        _gate.Set();

        Assert.Equal(TimeSpan.FromSeconds(2), busy.RetryAfter);
        await Task.WhenAll(accepted);
        Assert.Equal(4, (await store.ReadAllAsync()).Count);
        await store.AppendAsync(Guid.NewGuid(), 0, "raised");
    }

    [Fact]
    public async Task Case_12_stopping_finishes_what_was_accepted_and_accepts_no_more()
    {
        await using var store = await Store.NewAsync(postgres, options: new(MaxGroup: 10));
        var accepted = Enumerable.Range(0, 100).Select(_ => store.AppendAsync(Guid.NewGuid(), 0, "raised")).ToList();

        await store.Events.StopAsync();

        Assert.Equal(100, (await store.ReadAllAsync()).Count);
        Assert.All(await Task.WhenAll(accepted), a => Assert.Single(a.Events));
        await Assert.ThrowsAsync<StoreBusyException>(() => store.AppendAsync(Guid.NewGuid(), 0, "raised"));
    }

    [Fact]
    public async Task Case_12_an_accepted_append_is_stored_although_its_caller_stopped_waiting()
    {
        await using var store = await Store.NewAsync(postgres, Projections.Wait(_entered, _gate));
        using var caller = new CancellationTokenSource();
        var append = store.Events.AppendAsync(Store.To(Guid.NewGuid(), 0, "raised"), caller.Token);
        _entered.Wait(TestContext.Current.CancellationToken);

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
        _gate.Set();
        await store.Events.StopAsync();

        Assert.Single(await store.ReadAllAsync());
    }

    public void Dispose()
    {
        _entered.Dispose();
        _gate.Dispose();
    }

    // The one table beside the events that the application may write to.
    private static NpgsqlBatchCommand Seen(long position) =>
        new("insert into lifecycle.mt_event_progression (name, last_seq_id) values ('seen', $1)") { Parameters = { new() { Value = position } } };

    private static Task<long?> LastSeenAsync(Store store) => store.Database.ReadAsync<long?>(
        ReadScope.All, "select last_seq_id from lifecycle.mt_event_progression where name = 'seen'", _ => { },
        async (reader, token) => await reader.ReadAsync(token) ? reader.GetInt64(0) : null, TestContext.Current.CancellationToken);
}
