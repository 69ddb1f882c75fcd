using System.Collections.Concurrent;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

/// <summary>A server with everything on that production has.</summary>
public sealed class DurablePostgres : IAsyncLifetime
{
    public PostgresFixture Server { get; } = PostgresFixture.Durable();

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

public sealed class RaceTests(DurablePostgres postgres) : IClassFixture<DurablePostgres>
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(40, 20)]
    public async Task Cases_2_and_4_of_128_writers_in_two_processes_exactly_one_wins_each_version_and_no_reader_skips(int streams, int attempts)
    {
        await using var store = await Store.NewAsync(postgres.Server);
        var acknowledged = new ConcurrentBag<string>();
        using var racing = new CancellationTokenSource();
        var reader = PollAsync(store, racing.Token);
        using var other = OtherProcess.Start(OtherProcess.Writer, store.ConnectionString, $"{streams}", $"{attempts}");
        // Both are at it only once the other one has something to say.
        acknowledged.Add((await other.ReadLineAsync())!);

        await RacingWriters.RunAsync(store.Events, streams, attempts, acknowledged.Add);
        foreach (var line in await other.ReadToEndAsync()) acknowledged.Add(line);
        await racing.CancelAsync();

        var stored = await store.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(e => e.Position));
        Assert.All(stored.GroupBy(e => e.Stream), stream =>
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(n => (long)n), stream.Select(e => e.Version)));
        Assert.Equal(
            stored.Chunk(2).Select(RacingWriters.Line).Order(StringComparer.Ordinal), acknowledged.Order(StringComparer.Ordinal));
        Assert.True(acknowledged.Count < 2 * 64 * attempts, "Nobody lost a race, so there was none.");
        Assert.Equal(stored.Select(e => e.Id), (await reader).Select(e => e.Id));
    }

    // What a feed does: goes on from the last position it saw, and never looks back.
    private static async Task<List<StoredEvent>> PollAsync(Store store, CancellationToken until)
    {
        var seen = new List<StoredEvent>();
        while (true)
        {
            var last = until.IsCancellationRequested;
            var next = await store.ReadAllAsync(after: seen.Count == 0 ? 0 : seen[^1].Position);
            seen.AddRange(next);
            if (last && next.Count == 0) return seen;
        }
    }
}
