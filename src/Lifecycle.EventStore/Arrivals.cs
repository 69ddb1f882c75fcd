using System.Globalization;
using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>One listening connection a process, from which everyone who waits for events learns of them.</summary>
internal sealed class Arrivals : IAsyncDisposable
{
    private readonly Database _database;
    private readonly TimeSpan _pollInterval;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lazy<Task> _listening;
    private volatile TaskCompletionSource _next = New();
    private long _announced;

    public Arrivals(Database database, TimeSpan pollInterval)
    {
        (_database, _pollInterval) = (database, pollInterval);
        // Only a process that waits for events keeps a connection for it.
        _listening = new(() => Task.Run(ListenAsync));
    }

    public async Task<long> WaitAsync(long known, CancellationToken cancellation)
    {
        _ = _listening.Value;
        var next = _next.Task;
        if (Interlocked.Read(ref _announced) <= known)
            await next.WaitAsync(_pollInterval, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return Math.Max(known, Interlocked.Read(ref _announced));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_listening.IsValueCreated) await _listening.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task ListenAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(_stopping.Token);
            }
            catch (Exception failed) when (failed is NpgsqlException or IOException)
            {
                // Meanwhile everyone polls.
                await Task.Delay(_pollInterval, _stopping.Token);
            }
        }
    }

    private async Task ListenOnceAsync(CancellationToken cancellation)
    {
        await using var connection = _database.CreateListener();
        await connection.OpenAsync(cancellation);
        connection.Notification += (_, notification) => Announce(long.Parse(notification.Payload, CultureInfo.InvariantCulture));
        await using (var listen = new NpgsqlCommand("listen lifecycle_events", connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        while (true) await connection.WaitAsync(cancellation);
    }

    private void Announce(long position)
    {
        Interlocked.Exchange(ref _announced, position);
        Interlocked.Exchange(ref _next, New()).TrySetResult();
    }
}
