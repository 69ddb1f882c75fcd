using Lifecycle.Bench.Floors;
using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>Commands a second over HTTP, held against the floor of commands in process: by hand, without HTTP.</summary>
internal sealed class CommandsOverHttp : IMeasure
{
    public string Name => "http";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        await using var service = await ServiceProcess.OnAsync(bed, TestBed.Large, cancellation);
        return
        [
            Row.Shown("commands over HTTP, 1 connection", await MeasureAsync(1), "/s"),
            Row.Shown("commands over HTTP, 16 connections", await MeasureAsync(16), "/s"),
            Row.AtLeast(1, "commands over HTTP, 64 connections", await MeasureAsync(64), "/s"),
        ];

        async Task<Pair> MeasureAsync(int clients)
        {
            var set = await WorkingSet.PublishAsync(register, cancellation);
            await using var floor = await HandWritten.OpenAsync(register, set, clients, cancellation);
            using var ours = new OverHttp(service, register, set, clients);
            var pair = await Slices.AlternateAsync(bed.Options.Time, ours.RateAsync, floor.RateAsync);
            await ours.VerifyAsync(cancellation);
            await floor.VerifyAsync(cancellation);
            return pair;
        }
    }
}
