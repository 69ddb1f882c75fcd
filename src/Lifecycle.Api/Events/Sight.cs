namespace Lifecycle.Api.Events;

/// <summary>
/// What subscribers who may see the same have in common: each stretch of the feed is read and rendered once, and a few of
/// them are remembered. Nobody has a buffer of their own: whoever falls further behind reads again from the database.
/// </summary>
/// <param name="readAsync">Reads what comes after a position.</param>
/// <param name="waitAsync">Waits until there may be something after a position.</param>
internal sealed class Sight(Func<long, Task<Stretch>> readAsync, Func<long, Task> waitAsync)
{
    private const int Remembered = 4;

    private readonly Lock _lock = new();
    private readonly Queue<Stretch> _recent = new();
    private readonly Dictionary<long, Task<Stretch>> _reading = [];
    private Task<Stretch>? _next;
    private long _end;

    /// <summary>Subscribers who follow at the moment.</summary>
    public int Subscribers { get; set; }

    /// <summary>A stretch that goes on after the position, or one without news when a while has passed.</summary>
    /// <param name="hasMore">Whether more is known to be stored, so that there is nothing to wait for.</param>
    public Task<Stretch> NextAsync(long after, bool hasMore)
    {
        lock (_lock)
        {
            if (_recent.FirstOrDefault(stretch => stretch.From <= after && after < stretch.UpTo) is { } known)
                return Task.FromResult(known);
            if (hasMore || after < _end)
                return _reading.TryGetValue(after, out var reading) ? reading : _reading[after] = Task.Run(() => ReadAsync(after));
            _end = after;
            return _next ??= Task.Run(() => WaitAndReadAsync(after));
        }
    }

    private async Task<Stretch> ReadAsync(long after)
    {
        try
        {
            return Remember(await readAsync(after));
        }
        finally
        {
            lock (_lock)
                _reading.Remove(after);
        }
    }

    private async Task<Stretch> WaitAndReadAsync(long after)
    {
        try
        {
            await waitAsync(after);
            return Remember(await readAsync(after));
        }
        finally
        {
            lock (_lock)
                _next = null;
        }
    }

    // Only the newest: somebody far behind must not push out what the others are about to ask for.
    private Stretch Remember(Stretch stretch)
    {
        lock (_lock)
        {
            if (stretch.UpTo <= _end)
                return stretch;
            _end = stretch.UpTo;
            _recent.Enqueue(stretch);
            if (_recent.Count > Remembered)
                _recent.Dequeue();
            return stretch;
        }
    }
}
