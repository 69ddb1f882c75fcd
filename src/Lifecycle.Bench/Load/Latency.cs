using System.Diagnostics;

namespace Lifecycle.Bench.Load;

/// <summary>How long single things take, in milliseconds.</summary>
internal static class Latency
{
    /// <summary>Ours and floor in turns, one after the other within each; the first turn warms up.</summary>
    /// <param name="fewest">So many at least are counted of each, however long they take.</param>
    public static async Task<(Pair Median, Pair P99)> AlternateAsync(TimeSpan time, Func<Task> ours, Func<Task> floor, int fewest = Slices.Count)
    {
        List<double> a = [], b = [];
        for (var turn = 0; turn <= Slices.Count; turn++)
        {
            await TakeAsync(time / Slices.Count, fewest / Slices.Count, ours, turn == 0 ? [] : a);
            await TakeAsync(time / Slices.Count, fewest / Slices.Count, floor, turn == 0 ? [] : b);
        }

        return (new Pair(At(0.5, a), At(0.5, b)), new Pair(At(0.99, a), At(0.99, b)));
    }

    public static double At(double share, IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    private static async Task TakeAsync(TimeSpan time, int fewest, Func<Task> once, List<double> samples)
    {
        var started = Stopwatch.GetTimestamp();
        for (var taken = 0; taken < fewest || Stopwatch.GetElapsedTime(started) < time; taken++)
        {
            var before = Stopwatch.GetTimestamp();
            await once();
            samples.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
    }
}
