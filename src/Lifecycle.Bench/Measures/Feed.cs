using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>Commands a second over HTTP while 100 programs follow the event feed, beside the same with none.</summary>
internal sealed class Feed : IMeasure
{
    private const int Count = 100;
    private const int Connections = 64;

    // The code that tells subscribers runs only while there are some, so that it takes longer than all else to be compiled well.
    private static readonly TimeSpan Unmeasured = TimeSpan.FromSeconds(3);

    public string Name => "feed";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        await using var service = await ServiceProcess.OnAsync(bed, TestBed.Large, cancellation);
        using var commands = new OverHttp(service, register, await WorkingSet.PublishAsync(register, cancellation), Connections);
        var pair = await Slices.AlternateAsync(bed.Options.Time, WithAsync, RateAsync);
        await commands.VerifyAsync(cancellation);
        return [Row.AtLeast(0.95, $"feed: commands with {Count} subscribers; beside it, none", pair, "/s")];

        async Task<double> WithAsync(TimeSpan time)
        {
            await using var subscribers = await Subscribers.ConnectAsync(service, Count, cancellation);
            var rate = await RateAsync(time);
            var head = await register.ScalarAsync<long>("select max(seq_id) from lifecycle.mt_events", cancellation);
            await subscribers.CaughtUpAsync(head, cancellation);
            return rate;
        }

        async Task<double> RateAsync(TimeSpan time)
        {
            await commands.RateAsync(Unmeasured);
            return await commands.RateAsync(time);
        }
    }
}
