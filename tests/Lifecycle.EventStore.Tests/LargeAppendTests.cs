using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>While an append of many new streams is written, others take their places before it, and it ends up in one piece.</summary>
public sealed class LargeAppendTests(PostgresFixture postgres)
{
    private const int Streams = 1_000;
    private const int Few = 5;
    private const string Waiting = "select count(*)::text from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.locktype = 'advisory' and l.objid = 77 and not l.granted";

    private readonly Guid[] _streams = [.. Enumerable.Range(0, 300).Select(_ => Guid.NewGuid())];

    [Fact]
    public async Task Others_are_stored_before_it_while_it_is_written()
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var append = Large(heldAt: 600);
        var large = await HeldAsync(store, gate, append);

        for (var n = 0; n < Few; n++) Assert.Equal(301 + n, (await store.AppendAsync(_streams[n], 1, "graded")).Events[0].Position);

        Assert.False(large.IsCompleted);
        Assert.Equal(305, (await store.ReadAllAsync()).Count);
        await OpenAsync(gate);
        var events = (await large).Events;
        Assert.Equal(Enumerable.Range(306, 2 * Streams).Select(n => (long)n), events.Select(e => e.Position));
        Assert.Equal(append.Streams[0].Events[0].Id, events[0].Id);
        Assert.Equal(append.Streams.SelectMany(s => s.Events).Select(e => e.Id).Order(), events.Select(e => e.Id).Order());
        await WholeAsync(store, 305 + (2 * Streams));
    }

    [Fact]
    public async Task As_many_as_there_is_no_room_for_are_stored_too()
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var large = await HeldAsync(store, gate, Large(heldAt: 600));

        var others = _streams.Select(stream => store.AppendAsync(stream, 1, "graded")).ToList();
        await Task.WhenAny(others);
        await OpenAsync(gate);

        await Task.WhenAll(others);
        var events = (await large).Events;
        Assert.Equal(2 * Streams, events[^1].Position - events[0].Position + 1);
        await WholeAsync(store, 600 + (2 * Streams));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_not_planned_ahead_comes_after_it(bool newStream)
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var large = await HeldAsync(store, gate, Large(heldAt: 600));

        var other = newStream
            ? store.AppendAsync(Guid.NewGuid(), 0, "raised")
            : store.AppendAsync(Store.To(_streams[0], 1, "graded") with { Unchanged = [new(Store.Body, _streams[1], 1)] });
        await OpenAsync(gate);

        Assert.Equal((await large).Events[^1].Position + 1, (await other).Events[0].Position);
        await WholeAsync(store, 301 + (2 * Streams));
    }

    [Fact]
    public async Task A_conflict_meanwhile_is_that_append_s_alone()
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var large = await HeldAsync(store, gate, Large(heldAt: 600));

        await store.AppendAsync(_streams[0], 1, "graded");
        var known = store.AppendAsync(_streams[0], 1, "graded");
        var unknown = store.AppendAsync(_streams[1], 7, "graded");
        await OpenAsync(gate);

        Assert.Equal(2, (await Assert.ThrowsAsync<ConflictException>(() => known)).Actual);
        Assert.Equal(1, (await Assert.ThrowsAsync<ConflictException>(() => unknown)).Actual);
        Assert.Equal(302, (await large).Events[0].Position);
        await WholeAsync(store, 301 + (2 * Streams));
    }

    [Fact]
    public async Task Another_process_waits_for_its_end_and_nobody_for_ever()
    {
        await using var store = await FilledAsync();
        await using var theirs = Store.Open(store.ConnectionString);
        await using var gate = await ShutAsync(store);
        var large = await HeldAsync(store, gate, Large(heldAt: 600));

        var other = theirs.AppendAsync(_streams[0], 1, "graded");
        var ours = store.AppendAsync(_streams[1], 1, "graded");
        await OpenAsync(gate);

        await Task.WhenAll(other, ours, large);
        await WholeAsync(store, 302 + (2 * Streams));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    public async Task When_it_cannot_be_stored_others_are(int brokenAt)
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var append = Large(heldAt: 600);
        var broken = append with { Streams = [.. append.Streams.Select((stream, n) => n == brokenAt ? stream with { StreamType = "broken" } : stream)] };
        var large = await HeldAsync(store, gate, broken);

        await store.AppendAsync(_streams[0], 1, "graded");
        await OpenAsync(gate);

        await Assert.ThrowsAsync<PostgresException>(() => large);
        await WholeAsync(store, 301);
        Assert.Equal(302, (await store.AppendAsync(append)).Events[0].Position);
    }

    [Fact]
    public async Task A_repeat_finds_all_of_it()
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var append = Large(heldAt: 600) with { Receipt = new(Guid.NewGuid(), "same") };
        var large = await HeldAsync(store, gate, append);
        await store.AppendAsync(_streams[0], 1, "graded");
        await OpenAsync(gate);

        var again = await store.AppendAsync(append);

        Assert.True(again.Repeated);
        Assert.Equal((await large).Events.Select(e => e.Id), again.Events.Select(e => e.Id));
        await WholeAsync(store, 301 + (2 * Streams));
    }

    [Fact]
    public async Task It_survives_the_end_of_its_connection()
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var large = await HeldAsync(store, gate, Large(heldAt: 600));
        await store.AppendAsync(_streams[0], 1, "graded");

        await Sql.LinesAsync(gate, "select pg_terminate_backend(pid)::text from pg_locks where locktype = 'advisory' and objid = 77 and not granted");
        await OpenAsync(gate);

        Assert.Equal(302, (await large).Events[0].Position);
        await WholeAsync(store, 301 + (2 * Streams));
    }

    [Fact]
    public async Task A_store_that_stops_finishes_it()
    {
        await using var store = await FilledAsync();
        await using var gate = await ShutAsync(store);
        var large = await HeldAsync(store, gate, Large(heldAt: 600));

        var stopped = store.Events.StopAsync();
        await OpenAsync(gate);

        await stopped;
        await WholeAsync(store, 300 + (2 * Streams));
        Assert.Equal(2 * Streams, (await large).Events.Count);
    }

    // Streams of one event. Whoever writes the rows of a stream of the type "held" waits at the gate.
    private async Task<Store> FilledAsync()
    {
        var store = await Store.NewAsync(postgres, (appended, writes) =>
        {
            if (appended.Any(one => one.Request.StreamType == "held")) writes.BatchCommands.Add(new("select pg_advisory_xact_lock(77)"));
            if (appended.Any(one => one.Request.StreamType == "broken")) writes.BatchCommands.Add(new("select 1 / 0"));
        });
        await store.AppendAsync(new Append([.. _streams.Select(stream => Store.Part(stream, 0, "raised"))], []));
        return store;
    }

    private static Append Large(int heldAt) => new(
        [.. Enumerable.Range(0, Streams).Select(n => Store.Part(Guid.NewGuid(), 0, "raised", "graded") with { StreamType = n == heldAt ? "held" : "recommendation" })], []);

    private static async Task<NpgsqlConnection> ShutAsync(Store store)
    {
        var gate = await Sql.OwnerAsync(store);
        await Sql.ExecuteAsync(gate, "select pg_advisory_lock(77)");
        return gate;
    }

    private static Task<int> OpenAsync(NpgsqlConnection gate) => Sql.ExecuteAsync(gate, "select pg_advisory_unlock(77)");

    private static async Task<Task<Appended>> HeldAsync(Store store, NpgsqlConnection gate, Append append)
    {
        var large = store.AppendAsync(append);
        for (var tries = 0; (await Sql.LinesAsync(gate, Waiting))[0] != "1"; tries++)
        {
            Assert.InRange(tries, 0, 500);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return large;
    }

    // Positions without a gap, times that never decrease, and the leaf of each event in its place.
    private static async Task WholeAsync(Store store, int events)
    {
        var stored = await store.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, events).Select(n => (long)n), stored.Select(e => e.Position));
        Assert.Equal(stored.Select(e => e.Timestamp).Order(), stored.Select(e => e.Timestamp));
        await using var owner = await Sql.OwnerAsync(store);
        Assert.Equal(
            stored.Select(e => $"{e.Position - 1} | {e.Position} | {e.Id}"),
            await Sql.LinesAsync(owner, "select index, position, e.id from lifecycle.ledger_leaf join lifecycle.mt_events e on seq_id = position order by index"));
    }
}
