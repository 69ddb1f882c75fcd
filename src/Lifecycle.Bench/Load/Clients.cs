using System.Diagnostics;

namespace Lifecycle.Bench.Load;

/// <summary>Clients that each do one thing after the other, all at once, for a while.</summary>
internal static class Clients
{
    /// <returns>How many things were done in a second.</returns>
    public static async Task<double> RateAsync(int clients, TimeSpan time, Func<int, Task> once)
    {
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var mine = 0L;
            for (; Stopwatch.GetElapsedTime(started) < time; mine++) await once(client);
            return mine;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
