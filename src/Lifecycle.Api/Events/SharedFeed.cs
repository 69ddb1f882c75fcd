using System.Diagnostics;
using Lifecycle.Application;
using Microsoft.Extensions.Hosting;

namespace Lifecycle.Api.Events;

/// <summary>
/// One reader of the feed for all subscribers of this process. Those who may see exactly the same share a <see cref="Sight"/>,
/// which is read with their rights and no others', so that the database refuses what the application would let slip.
/// </summary>
internal sealed class SharedFeed(EventFeed feed, IHostApplicationLifetime lifetime) : IDisposable
{
    private const int AtOnce = 500;

    // Under load all sights together read about so often: what arrives meanwhile comes with the next read.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Sight> _sights = [];

    // Commands need the connections more.
    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>The sight of the caller, to be left by disposing of what comes with it.</summary>
    public (Sight Sight, IDisposable Leave) Join(Caller caller)
    {
        lock (_lock)
        {
            if (!_sights.TryGetValue(caller.Sight, out var sight))
                _sights.Add(caller.Sight, sight = new Sight(after => ReadAsync(caller, after), WaitingOf()));
            sight.Subscribers++;
            return (sight, new Leaving(this, caller.Sight, sight));
        }
    }

    public void Dispose() => _turns.Dispose();

    private void Leave(string name, Sight sight)
    {
        lock (_lock)
        {
            if (--sight.Subscribers == 0)
                _sights.Remove(name);
        }
    }

    private async Task<Stretch> ReadAsync(Caller caller, long after)
    {
        await _turns.WaitAsync(lifetime.ApplicationStopping);
        try
        {
            return Stretch.Of(after, await feed.ReadAsync(caller, after, AtOnce, lifetime.ApplicationStopping));
        }
        finally
        {
            _turns.Release();
        }
    }

    // After a quiet time the first event goes out at once.
    private Func<long, Task> WaitingOf()
    {
        var last = 0L;
        return async after =>
        {
            await feed.WaitAsync(after, lifetime.ApplicationStopping);
            if (Pause * _sights.Count - Stopwatch.GetElapsedTime(last) is { Ticks: > 0 } rest)
                await Task.Delay(rest, lifetime.ApplicationStopping);
            last = Stopwatch.GetTimestamp();
        };
    }

    private sealed class Leaving(SharedFeed shared, string name, Sight sight) : IDisposable
    {
        public void Dispose() => shared.Leave(name, sight);
    }
}
