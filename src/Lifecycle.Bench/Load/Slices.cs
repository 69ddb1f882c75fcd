namespace Lifecycle.Bench.Load;

/// <summary>Ours and floor in turns, in short slices, so that whatever else the machine does hits both alike. Who begins takes turns too: a register that is worked on gets slower.</summary>
internal static class Slices
{
    public const int Count = 5;

    /// <summary>The medians of what the slices gave; the first of each side warms up and is not counted.</summary>
    /// <param name="time">On each side in all.</param>
    public static async Task<Pair> AlternateAsync(TimeSpan time, Func<TimeSpan, Task<double>> ours, Func<TimeSpan, Task<double>> floor)
    {
        var slice = time / Count;
        List<double> a = [], b = [];
        for (var turn = 0; turn <= Count; turn++)
        {
            // Run in the order in which they are written.
            var pair = turn % 2 == 0
                ? new Pair(Ours: await ours(slice), Floor: await floor(slice))
                : new Pair(Floor: await floor(slice), Ours: await ours(slice));
            if (turn == 0) continue;
            a.Add(pair.Ours);
            b.Add(pair.Floor);
        }

        return new Pair(Median(a), Median(b));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
