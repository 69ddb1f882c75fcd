using Lifecycle.Bench.Floors;
using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>Commands a second without HTTP.</summary>
internal sealed class CommandsInProcess : IMeasure
{
    public string Name => "commands";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        // Compiled code gets its final form only after many thousand calls.
        await MeasureAsync(64);
        return
        [
            Row.AtLeast(0.5, "commands in process, 1 client", await MeasureAsync(1), "/s"),
            Row.Shown("commands in process, 16 clients", await MeasureAsync(16), "/s"),
            Row.AtLeast(2, "commands in process, 64 clients", await MeasureAsync(64), "/s"),
        ];

        async Task<Pair> MeasureAsync(int clients)
        {
            var set = await WorkingSet.PublishAsync(register, cancellation);
            await using var floor = await HandWritten.OpenAsync(register, set, clients, cancellation);
            var ours = new InProcess(register, set, clients);
            var pair = await Slices.AlternateAsync(bed.Options.Time, ours.RateAsync, floor.RateAsync);
            await ours.VerifyAsync(cancellation);
            await floor.VerifyAsync(cancellation);
            return pair;
        }
    }
}
