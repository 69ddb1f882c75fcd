using System.Diagnostics;

namespace Lifecycle.Bench.Load;

/// <summary>Clients at work in this process, and the longest that one of them waited.</summary>
internal sealed class Waits(Register register, WorkingSet set, int clients)
{
    private readonly InProcess _work = new(register, set, clients);
    private readonly Lock _lock = new();
    private double _longest;

    /// <summary>Works until the end is called for.</summary>
    public Task RunAsync(CancellationToken end) => Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
    {
        while (!end.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await _work.OnceAsync(client);
            Note(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }, CancellationToken.None)));

    /// <summary>In milliseconds, since it was last asked for.</summary>
    public double Longest()
    {
        lock (_lock)
        {
            var longest = _longest;
            _longest = 0;
            return longest;
        }
    }

    public Task VerifyAsync(CancellationToken cancellation) => _work.VerifyAsync(cancellation);

    private void Note(double waited)
    {
        lock (_lock) _longest = Math.Max(_longest, waited);
    }
}
