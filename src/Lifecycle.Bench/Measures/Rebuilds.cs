using System.Diagnostics;
using Lifecycle.Application;
using Lifecycle.Bench.Floors;
using Lifecycle.Bench.Load;
using Lifecycle.ReadModels;

namespace Lifecycle.Bench.Measures;

/// <summary>Events a second of rebuilding each read model and all together, held against reading every event once.</summary>
internal sealed class Rebuilds : IMeasure
{
    private const double Wanted = 0.4;

    public string Name => "rebuild";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        await FullRead.RunAsync(register, cancellation);
        List<(string Name, double Rate)> ours = [];
        List<double> floors = [];
        foreach (var name in AllReadModels.Names)
        {
            var (events, floor) = await FullRead.RunAsync(register, cancellation);
            floors.Add(floor);
            ours.Add((name, await RebuildAsync(register, [name], events, cancellation)));
        }

        var all = await RebuildAsync(register, AllReadModels.Names, (await FullRead.RunAsync(register, cancellation)).Events, cancellation);
        var slowest = ours.MinBy(one => one.Rate);
        var reading = Slices.Median(floors);
        return
        [
            Row.AtLeast(Wanted, $"rebuild of the slowest, {slowest.Name}, events", new Pair(slowest.Rate, reading), "/s"),
            .. ours.Where(one => one != slowest).Select(one => Row.AtLeast(Wanted, $"rebuild of {one.Name}, events", new Pair(one.Rate, reading), "/s")),
            Row.Shown("rebuild of all together, events", new Pair(all, reading), "/s"),
        ];
    }

    private static async Task<double> RebuildAsync(Register register, IReadOnlyList<string> names, long events, CancellationToken cancellation)
    {
        var rows = await RowsAsync(register, names, cancellation);
        var progress = new Latest();
        var started = Stopwatch.GetTimestamp();
        await register.Get<Setup>().RebuildAsync(names, progress, cancellation);
        var took = Stopwatch.GetElapsedTime(started);
        BenchFailedException.Unless(progress.Events == events, $"A rebuild folded {progress.Events} of {events} events.");
        BenchFailedException.Unless(rows == await RowsAsync(register, names, cancellation), "A rebuild changed how many rows there are.");
        return events / took.TotalSeconds;
    }

    private static async Task<long> RowsAsync(Register register, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var rows = 0L;
        foreach (var name in names) rows += await register.ScalarAsync<long>($"select count(*) from lifecycle.{name}", cancellation);
        return rows;
    }

    private sealed class Latest : IProgress<RebuildProgress>
    {
        public long Events { get; private set; }

        public void Report(RebuildProgress value) => Events = value.Events;
    }
}
