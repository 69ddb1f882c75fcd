using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>What an append and a page cost on the large register, beside the same on one of 20,000 events.</summary>
internal sealed class Flatness : IMeasure
{
    private const double Allowed = 1.2;
    // So short that the pages of both registers are full.
    private const int PageSize = 10;

    public string Name => "flatness";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var large = bed.Open(TestBed.Large);
        await using var small = bed.Open(TestBed.Small);
        var one = await AppendAsync(1);
        var many = await AppendAsync(64);
        var (ours, theirs) = (await Questions.OfAsync(large, cancellation), await Questions.OfAsync(small, cancellation));
        var record = await ReadAsync(questions => questions.AskRecordAsync());
        var page = await ReadAsync(questions => questions.AskForcesPageAsync(PageSize));
        var position = await ReadAsync(questions => questions.AskPositionAsync(false));
        return
        [
            Row.AtMost(Allowed, "flat: an append, 1 client", one, "ms"),
            Row.AtMost(Allowed, "flat: an append, 64 clients", many, "ms"),
            Row.AtMost(Allowed, "flat: one record", record, "ms"),
            Row.AtMost(Allowed, "flat: a page of the register", page, "ms"),
            Row.Shown("flat: a national position", position, "ms"),
        ];

        async Task<Pair> AppendAsync(int clients)
        {
            var (a, b) = (new InProcess(large, await WorkingSet.PublishAsync(large, cancellation), clients),
                new InProcess(small, await WorkingSet.PublishAsync(small, cancellation), clients));
            var rates = await Slices.AlternateAsync(bed.Options.Time, a.RateAsync, b.RateAsync);
            await a.VerifyAsync(cancellation);
            await b.VerifyAsync(cancellation);
            return new Pair(1000 / rates.Ours, 1000 / rates.Floor);
        }

        async Task<Pair> ReadAsync(Func<Questions, Task> ask) =>
            (await Latency.AlternateAsync(bed.Options.Time, () => ask(ours), () => ask(theirs))).Median;
    }
}
