using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>A store with streams of one event, and an append of many new ones that is held in the middle of its writing until the gate opens.</summary>
internal sealed class HeldAppend : IAsyncDisposable
{
    /// <summary>New ones, each of two events.</summary>
    public const int Made = 1_000;

    private const int HeldAt = 600;
    private const string Waiting = "select count(*)::text from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.locktype = 'advisory' and l.objid = 77 and not l.granted";

    private HeldAppend(Store store, NpgsqlConnection gate, IReadOnlyList<Guid> streams, Append append) =>
        (Store, Gate, Streams, Append, Outcome) = (store, gate, streams, append, store.AppendAsync(append));

    public Store Store { get; }

    public NpgsqlConnection Gate { get; }

    /// <summary>Those that are there: at positions 1 to 300.</summary>
    public IReadOnlyList<Guid> Streams { get; }

    public Append Append { get; }

    public Task<Appended> Outcome { get; }

    /// <summary>Returns when it waits at the gate. A stream of the type "broken" cannot be stored.</summary>
    public static async Task<HeldAppend> BeginAsync(PostgresFixture postgres, Func<Append, Append>? change = null)
    {
        var store = await Store.NewAsync(postgres, (appended, writes) =>
        {
            if (appended.Any(one => one.Request.StreamType == "held")) writes.BatchCommands.Add(new("select pg_advisory_xact_lock(77)"));
            if (appended.Any(one => one.Request.StreamType == "broken")) writes.BatchCommands.Add(new("select 1 / 0"));
        });
        Guid[] streams = [.. Enumerable.Range(0, 300).Select(_ => Guid.NewGuid())];
        await store.AppendAsync(new Append([.. streams.Select(stream => Store.Part(stream, 0, "raised"))], []));
        var append = new Append([.. Enumerable.Range(0, Made).Select(n => Store.Part(Guid.NewGuid(), 0, "raised", "graded") with { StreamType = n == HeldAt ? "held" : "recommendation" })], []);
        var gate = await Sql.OwnerAsync(store);
        await Sql.ExecuteAsync(gate, "select pg_advisory_lock(77)");
        var held = new HeldAppend(store, gate, streams, change?.Invoke(append) ?? append);
        for (var tries = 0; (await Sql.LinesAsync(gate, Waiting))[0] != "1"; tries++)
        {
            Assert.InRange(tries, 0, 500);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return held;
    }

    public Task<int> OpenGateAsync() => Sql.ExecuteAsync(Gate, "select pg_advisory_unlock(77)");

    /// <summary>Positions without a gap, times that never decrease, and the leaf of each event in its place.</summary>
    public async Task IsWholeAsync(int events)
    {
        var stored = await Store.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, events).Select(n => (long)n), stored.Select(e => e.Position));
        Assert.Equal(stored.Select(e => e.Timestamp).Order(), stored.Select(e => e.Timestamp));
        Assert.Equal(
            stored.Select(e => $"{e.Position - 1} | {e.Position} | {e.Id}"),
            await Sql.LinesAsync(Gate, "select index, position, e.id from lifecycle.ledger_leaf join lifecycle.mt_events e on seq_id = position order by index"));
    }

    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        await Store.DisposeAsync();
    }
}
