using System.Diagnostics;
using Lifecycle.Application;
using Lifecycle.Application.Generation;
using Lifecycle.Application.Import;
using Lifecycle.Bench.Floors;
using Lifecycle.Bench.Load;
using Lifecycle.Domain;

namespace Lifecycle.Bench.Measures;

/// <summary>Events a second of an import, held against COPY of the rows that it wrote.</summary>
internal sealed class BulkImport : IMeasure
{
    private const int MostEvents = 50_000;
    private const int Seed = 44;
    private const int Times = 3;
    private const string Imported = "bench_imported", Copied = "bench_copied";

    public string Name => "import";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        var document = GeneratedDocument.Of(Math.Min(bed.Options.Events, MostEvents), Seed);
        List<double> ours = [], floor = [];
        for (var turn = 0; turn < Times; turn++)
        {
            await bed.CopyAsync(Imported, TestBed.Empty, cancellation);
            await bed.CopyAsync(Copied, TestBed.Empty, cancellation);
            await using Register imported = bed.Open(Imported), copied = bed.Open(Copied);
            var (events, took) = await ImportAsync(imported, document, cancellation);
            var rows = await RowCopy.TakeAsync(imported, null, cancellation);
            ours.Add(events / took.TotalSeconds);
            floor.Add(events / (await rows.IntoAsync(copied, cancellation)).TotalSeconds);
            await VerifyAsync(imported, events, cancellation);
            await VerifyAsync(copied, events, cancellation);
        }

        return [Row.AtLeast(0.6, "import of a register, events", new Pair(Slices.Median(ours), Slices.Median(floor)), "/s")];
    }

    private static async Task<(int Events, TimeSpan Took)> ImportAsync(Register register, RegisterDocument document, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await register.Get<RegisterImport>().RunAsync(
            Caller.For("cli", Role.Admin, Bodies.Hmicfrs), [document], dryRun: false, progress: null, cancellation);
        var took = Stopwatch.GetElapsedTime(started);
        return result.Problems is [var problem, ..] ? throw new BenchFailedException($"The import was refused: {problem}") : (result.Events, took);
    }

    private static async Task VerifyAsync(Register register, int events, CancellationToken cancellation)
    {
        var stored = await register.ScalarAsync<long>("select count(*) from lifecycle.mt_events", cancellation);
        BenchFailedException.Unless(stored == events, $"{events} events were written, and there are {stored}.");
    }
}
