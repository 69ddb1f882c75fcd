using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lifecycle.EmbeddedPostgres;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>Whatever breaks in the middle: all of an append or nothing, and what was acknowledged is there.</summary>
public sealed class CrashTests(DurablePostgres postgres) : IClassFixture<DurablePostgres>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_13_a_process_killed_under_load_has_lost_nothing_that_it_acknowledged()
    {
        await using var store = await Store.NewAsync(postgres.Server);
        using var other = OtherProcess.Start(OtherProcess.Writer, store.ConnectionString, "40", "100000");
        var acknowledged = new List<string>();
        while (acknowledged.Count < 500) acknowledged.Add((await other.ReadLineAsync())!);
        other.Kill();
        acknowledged.AddRange(await other.ReadToEndAsync());

        // The killed process's transaction may still hold the lock for a moment; this append waits for it.
        await store.AppendAsync(Guid.NewGuid(), 0, "afterwards", "afterwards");

        await AssertWholeAsync(store, acknowledged);
    }

    [Fact]
    public async Task Case_14_when_connections_break_again_and_again_every_command_is_stored_once()
    {
        const int Writers = 8, Each = 60;
        await using var store = await Store.NewAsync(postgres.Server);
        var stored = 0;
        var breaking = BreakConnectionsAsync(store.ConnectionString, () => stored, Writers * Each);

        var streams = Enumerable.Range(1, Writers).Select(RacingWriters.Stream).ToList();
        await Task.WhenAll(streams.Select(stream => WriteAsync(store, stream, Each, () => Interlocked.Increment(ref stored))));

        Assert.True(await breaking > 20, "Hardly a connection was broken, so nothing was shown.");
        foreach (var stream in streams)
            Assert.Equal(Each * 2, (await store.ReadAsync(stream)).Count);
        await AssertWholeAsync(store, []);
    }

    [Fact]
    public async Task Case_13_a_database_server_killed_under_load_has_lost_nothing_that_was_acknowledged()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"lifecycle-crash-{Guid.NewGuid():n}");
        var acknowledged = new ConcurrentBag<string>();
        var server = await PostgresServer.StartAsync(new(folder), Cancel);
        await using (var store = Store.Open(server.ConnectionString))
        {
            await store.Database.MigrateAsync(Migrations.EventStore, Cancel);
            var racing = RacingWriters.RunAsync(store.Events, 40, 100_000, acknowledged.Add);
            while (acknowledged.Count < 500) await Task.Delay(20, Cancel);
            KillServer(server.DataDirectory);
            // Which of the two depends on where the server was hit.
            var broken = await Assert.ThrowsAnyAsync<Exception>(() => racing);
            Assert.True(broken is StoreUnavailableException or OutcomeUnknownException, $"{broken}");
        }

        await using var again = await PostgresServer.StartAsync(new(folder), Cancel);
        await using (var store = Store.Open(again.ConnectionString)) await AssertWholeAsync(store, [.. acknowledged]);
        await again.StopAsync();
        Directory.Delete(again.DataDirectory, recursive: true);
    }

    private static async Task AssertWholeAsync(Store store, IReadOnlyList<string> acknowledged)
    {
        var stored = await store.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(e => e.Position));
        // Every append of these tests has two events of one stream: half of one would stand out.
        Assert.All(stored.Chunk(2), pair => Assert.Equal((pair[0].Stream, pair[0].Version + 1), (pair[1].Stream, pair[1].Version)));
        Assert.Empty(acknowledged.Except(stored.Chunk(2).Select(RacingWriters.Line)));
    }

    private static async Task WriteAsync(Store store, Guid stream, int count, Action stored)
    {
        for (var i = 0; i < count; i++)
        {
            var append = Store.To(stream, i * 2, "stored", "stored") with { Receipt = new(Guid.NewGuid(), "same") };
            while (!await TryAsync(store, append)) await Task.Delay(20, Cancel);
            stored();
        }
    }

    private static async Task<bool> TryAsync(Store store, Append append)
    {
        try
        {
            await store.AppendAsync(append);
            return true;
        }
        catch (Exception e) when (e is StoreUnavailableException or OutcomeUnknownException)
        {
            return false;
        }
    }

    // Each time that a few more were stored, so that a slow machine gets on too; a little later each time, so that every moment is hit.
    private static async Task<int> BreakConnectionsAsync(string connectionString, Func<int> stored, int all)
    {
        const int Few = 5;
        await using var killer = new NpgsqlConnection($"{connectionString};Pooling=false;Application Name=killer");
        await killer.OpenAsync(Cancel);
        var broken = 0;
        for (var next = Few; next < all; next = stored() + Few)
        {
            while (stored() < Math.Min(next, all)) await Task.Delay(1, Cancel);
            await Task.Delay(next % 7, Cancel);
            await using var command = new NpgsqlCommand(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'lifecycle' and datname = current_database()", killer);
            broken += Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
        }

        return broken;
    }

    // kill -9: no shutdown, no checkpoint; the next start recovers from the write-ahead log.
    private static void KillServer(string folder)
    {
        var pid = File.ReadLines(Path.Combine(folder, "cluster", "postmaster.pid")).First();
        using var postmaster = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        postmaster.Kill();
        postmaster.WaitForExit();
    }
}
