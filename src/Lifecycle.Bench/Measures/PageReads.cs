using Lifecycle.Bench.Floors;
using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>How long the reads behind pages take, one at a time.</summary>
internal sealed class PageReads : IMeasure
{
    private const int PageSize = 50;
    private const double PositionLimit = 50;

    public string Name => "reads";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        var questions = await Questions.OfAsync(register, cancellation);
        await using var floor = new PlainQueries(await register.Plain.OpenConnectionAsync(cancellation), questions);
        var record = await Latency.AlternateAsync(bed.Options.Time, questions.AskRecordAsync, floor.AskRecordAsync);
        var page = await Latency.AlternateAsync(bed.Options.Time, () => questions.AskFilteredPageAsync(PageSize), floor.AskPageAsync);
        var position = await PositionAsync(knownAt: false);
        var known = await PositionAsync(knownAt: true);
        questions.Verify();
        return
        [
            Row.Shown("one record, median", record.Median, "ms"),
            Row.Shown("one record, p99", record.P99, "ms"),
            Row.Shown("a filtered page of the register, median", page.Median, "ms"),
            Row.Shown("a filtered page of the register, p99", page.P99, "ms"),
            Row.Shown("national position as at any day, median", position.Median, "ms"),
            Row.Within(PositionLimit, "national position as at any day, p99", position.P99, "ms"),
            Row.Shown("the same as known at any moment, median", known.Median, "ms"),
            Row.Within(PositionLimit, "the same as known at any moment, p99", known.P99, "ms"),
        ];

        Task<(Pair Median, Pair P99)> PositionAsync(bool knownAt) =>
            Latency.AlternateAsync(bed.Options.Time, () => questions.AskPositionAsync(knownAt), () => floor.AskPositionAsync(knownAt));
    }
}
