using Lifecycle.EventStore.Log;

namespace Lifecycle.EventStore;

/// <summary>
/// Append-only streams of events in one total order. The contract, each case with its test:
/// <list type="number">
/// <item>An append stores all of its events in all of its streams, or nothing.</item>
/// <item>Positions are 1, 2, 3… without gap or repeat, in the order of commits: whoever has read up to a position has missed nothing before it.</item>
/// <item>A stream's versions are 1, 2, 3…; an append names the version it was decided on, and 0 means that the stream must not exist.</item>
/// <item>Of several appends that expect the same version exactly one wins; the others get <see cref="ConflictException"/> with the actual version.</item>
/// <item>An append fails with the same conflict when a stream that it only relied on (<see cref="StreamUnchanged"/>) has moved.</item>
/// <item>An append repeated with its receipt adds nothing and returns the events of the first try, whatever the streams' versions are by now.</item>
/// <item>A command id used again with another fingerprint is refused with <see cref="CommandReusedException"/>.</item>
/// <item>Timestamps never decrease with position, are later in each group than in the one before, and have whole microseconds, as the database has.</item>
/// <item>The inline projection's writes and the ledger's leaves are committed with the events, or not at all.</item>
/// <item>An append that cannot be stored fails alone: its neighbours in the group are stored.</item>
/// <item>While an append of many new streams is written, others are stored before it; its own events are one piece of the log nevertheless.</item>
/// <item>When the queue is full, <see cref="StoreBusyException"/> is thrown at once and nothing is accepted.</item>
/// <item>What was accepted is finished: by <see cref="StopAsync"/>, and although its caller stopped waiting.</item>
/// <item>An acknowledged append survives the end of the connection, of the process and of the database server.</item>
/// <item>When the connection breaks while committing, the store finds out what happened; only if it cannot, it throws <see cref="OutcomeUnknownException"/>.</item>
/// <item>A read returns only events of bodies in its scope.</item>
/// <item>Another program may append in Marten's way at the same time; where both want the same place one of them gets a conflict, and its tombstones are never read.</item>
/// </list>
/// </summary>
public sealed class EventStore : IAsyncDisposable
{
    private readonly GroupCommit _commits;
    private readonly Arrivals _arrivals;

    public EventStore(Database database, InlineProjection projection, TimeProvider clock, EventStoreOptions options)
    {
        Database = database;
        Options = options;
        _commits = new GroupCommit(database, projection, clock, options);
        _arrivals = new Arrivals(database, options.PollInterval);
    }

    internal Database Database { get; }

    internal EventStoreOptions Options { get; }

    /// <summary>Stores the events, together with what other callers append at the moment, in one transaction.</summary>
    /// <param name="cancellation">Ends the waiting; an append that was accepted is stored nevertheless.</param>
    public async Task<Appended> AppendAsync(Append append, CancellationToken cancellation)
    {
        Require(append);
        cancellation.ThrowIfCancellationRequested();
        using var activity = Telemetry.Source.StartActivity("append");
        return await _commits.Accept(append).WaitAsync(cancellation);
    }

    /// <summary>What an earlier try of the command stored; null when there was none.</summary>
    /// <exception cref="CommandReusedException">The id was used for another command.</exception>
    public async Task<Appended?> FindAsync(CommandReceipt receipt, CancellationToken cancellation)
    {
        if (await GroupReads.ReceiptAsync(Database, receipt.CommandId, cancellation) is not { } earlier) return null;
        if (earlier.Fingerprint != receipt.Fingerprint) throw new CommandReusedException(receipt.CommandId);
        return new(await GroupReads.EventsOfAsync(Database, earlier, cancellation), Repeated: true);
    }

    /// <summary>A stream's events in order; none when it does not exist or is not in the scope.</summary>
    public Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        ReadScope scope, string tenant, Guid stream, CancellationToken cancellation) =>
        Database.ReadAsync(
            scope, SqlText.ReadStream,
            p =>
            {
                p.AddWithValue(tenant);
                p.AddWithValue(stream);
            },
            EventRows.ReadAsync, cancellation);

    /// <summary>The next events after a position, at most <paramref name="limit"/> of them.</summary>
    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(ReadScope scope, long after, int limit, CancellationToken cancellation) =>
        Database.ReadAsync(
            scope, SqlText.ReadAll,
            p =>
            {
                p.AddWithValue(after);
                p.AddWithValue(limit);
            },
            EventRows.ReadAsync, cancellation);

    /// <summary>The highest position; 0 when there is none.</summary>
    public Task<long> HeadAsync(CancellationToken cancellation) =>
        Database.ReadAsync(
            ReadScope.All, SqlText.AppendHead, _ => { },
            async (reader, token) => await reader.ReadAsync(token) ? reader.GetInt64(0) : 0, cancellation);

    /// <summary>Returns when an event beyond the position was announced, or after the poll interval: time to read again.</summary>
    /// <param name="known">What the last call returned; 0 at first.</param>
    /// <returns>The highest position announced, whether or not the caller may see it.</returns>
    public Task<long> WaitForEventsAsync(long known, CancellationToken cancellation) => _arrivals.WaitAsync(known, cancellation);

    /// <summary>Gives a leaf of the ledger to every event that has none: another program's, or an earlier version's. Appends go on meanwhile.</summary>
    /// <returns>How many got one.</returns>
    public Task<long> CatchUpAsync(IProgress<CatchUpProgress>? progress, CancellationToken cancellation) =>
        CatchUp.RunAsync(Database, Options, progress, cancellation);

    /// <summary>Accepts nothing more, and returns when everything accepted has its outcome.</summary>
    public Task StopAsync() => _commits.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _arrivals.DisposeAsync();
    }

    private static void Require(Append append)
    {
        if (append.Streams.Count == 0 || append.Streams.Any(s => s.Events.Count == 0))
            throw new ArgumentException("An append needs at least one stream, and each stream at least one event.", nameof(append));
        if (append.Streams.DistinctBy(s => (s.Tenant, s.Stream)).Count() != append.Streams.Count)
            throw new ArgumentException("An append names each stream once.", nameof(append));
        foreach (var stream in append.Streams) ReadScope.Checked(stream.Tenant);
        foreach (var stream in append.Unchanged) ReadScope.Checked(stream.Tenant);
    }
}
