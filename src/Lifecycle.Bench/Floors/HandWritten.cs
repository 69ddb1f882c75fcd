using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Floors;

/// <summary>The floor of a command: written by hand, prepared, one transaction each, with a connection for every client.</summary>
internal sealed class HandWritten : IAsyncDisposable
{
    private readonly Register _register;
    private readonly WorkingSet _set;
    private readonly Random[] _random;
    private readonly HandWrittenClient[] _clients;
    private long _done;

    private HandWritten(Register register, WorkingSet set, HandWrittenClient[] clients) =>
        (_register, _set, _clients, _random) = (register, set, clients, [.. clients.Select((_, client) => new Random(client))]);

    public static async Task<HandWritten> OpenAsync(Register register, WorkingSet set, int clients, CancellationToken cancellation)
    {
        await register.ExecuteAsync(SqlText.Of("floor_create"), cancellation);
        await using (var fill = register.Plain.CreateCommand(SqlText.Of("floor_fill")))
        {
            fill.Parameters.AddWithValue(set.Publication);
            await fill.ExecuteNonQueryAsync(cancellation);
        }

        var connections = new HandWrittenClient[clients];
        for (var client = 0; client < clients; client++) connections[client] = await HandWrittenClient.OpenAsync(register.Plain, cancellation);
        return new HandWritten(register, set, connections);
    }

    public Task<double> RateAsync(TimeSpan time) => Clients.RateAsync(_clients.Length, time, OnceAsync);

    /// <exception cref="BenchFailedException">There are not as many events as there were commits.</exception>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        var stored = await _register.ScalarAsync<long>("select count(*) from bench_floor.mt_events", cancellation) - _set.Records.Count;
        BenchFailedException.Unless(stored == _done, $"The floor committed {_done} commands, and there are {stored} events.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
        await _register.ExecuteAsync("drop schema bench_floor cascade", CancellationToken.None);
    }

    private async Task OnceAsync(int client)
    {
        await _clients[client].RunAsync(_set.One(client, _clients.Length, _random[client]));
        Interlocked.Increment(ref _done);
    }
}
