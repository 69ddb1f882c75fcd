using System.Diagnostics;
using Lifecycle.Application;
using Lifecycle.Bench.Floors;
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
        // The first warms up and is not counted.
        await TurnAsync(register, [AllReadModels.Names[0]], cancellation);
        List<(string Name, Pair Rates)> turns = [];
        foreach (var name in AllReadModels.Names) turns.Add((name, await TurnAsync(register, [name], cancellation)));
        var all = await TurnAsync(register, AllReadModels.Names, cancellation);
        var slowest = turns.MinBy(turn => turn.Rates.Ours / turn.Rates.Floor);
        return
        [
            Row.AtLeast(Wanted, $"rebuild of the slowest, {slowest.Name}, events", slowest.Rates, "/s"),
            .. turns.Where(turn => turn != slowest).Select(turn => Row.AtLeast(Wanted, $"rebuild of {turn.Name}, events", turn.Rates, "/s")),
            Row.Shown("rebuild of all together, events", all, "/s"),
        ];
    }

    private static async Task<Pair> TurnAsync(Register register, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var (events, floor) = await FullRead.RunAsync(register, cancellation);
        return new(await RebuildAsync(register, names, events, cancellation), floor);
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
