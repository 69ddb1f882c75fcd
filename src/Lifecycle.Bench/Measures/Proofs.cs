using System.Diagnostics;
using Lifecycle.Application;
using Lifecycle.Bench.Floors;
using Lifecycle.Bench.Load;
using Lifecycle.Ledger;

namespace Lifecycle.Bench.Measures;

/// <summary>
/// What proving takes: the whole history verified in the database, held against reading the rows of the events once, and all of it
/// verified as a bundle, held against hashing the same file once. The memory of each stands beside that of a register of 20,000 events.
/// </summary>
internal sealed class Proofs : IMeasure
{
    private const int Rounds = 5;

    // Minutes at most, for 2,000,000 events.
    private const double MostSeconds = 300;
    private const double AllowedMemory = 1.2;

    public string Name => "ledger";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("lifecycle-bench-ledger-");
        try
        {
            await using var small = await SignedRegister.OpenAsync(bed, TestBed.Small, folder.FullName, cancellation);
            await using var large = await SignedRegister.OpenAsync(bed, TestBed.Large, folder.FullName, cancellation);
            return [.. await DatabaseAsync(small, large, cancellation), .. await BundleAsync(small, large, cancellation)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Row>> DatabaseAsync(SignedRegister small, SignedRegister large, CancellationToken cancellation)
    {
        // The small one warms up, and a first read that is not counted.
        await small.VerifyAsync(cancellation);
        await OneRead.OfEventsAsync(large.Register, cancellation);
        var floor = await SecondsAsync(() => OneRead.OfEventsAsync(large.Register, cancellation));
        HistoryReport report = null!;
        var ours = await SecondsAsync(async () => report = await large.VerifyAsync(cancellation));
        var memory = new Pair(await VerifyProcess.OfDatabaseAsync(large.ConnectionString, cancellation), await VerifyProcess.OfDatabaseAsync(small.ConnectionString, cancellation));
        return
        [
            Row.Within(MostSeconds, $"verification of {report.Events:N0} events in the database; beside it, one read of their rows", new Pair(ours, floor), "s"),
            Row.AtMost(AllowedMemory, "its memory; beside it, that for 20,000 events", memory, "MB"),
        ];
    }

    private static async Task<IReadOnlyList<Row>> BundleAsync(SignedRegister small, SignedRegister large, CancellationToken cancellation)
    {
        var (path, little) = (await large.BundleAsync(cancellation), await small.BundleAsync(cancellation));
        List<double> ours = [], floor = [];
        // The first of each warms up and is not counted.
        for (var round = 0; round <= Rounds; round++)
        {
            var verifying = await SecondsAsync(() => Task.Run(() => Verify(path), cancellation));
            var hashing = await SecondsAsync(() => Task.Run(() => OneRead.HashOf(path), cancellation));
            if (round == 0) continue;
            ours.Add(Megabytes(path) / verifying);
            floor.Add(Megabytes(path) / hashing);
        }

        var memory = new Pair(await VerifyProcess.OfBundleAsync(path, cancellation), await VerifyProcess.OfBundleAsync(little, cancellation));
        return
        [
            Row.AtLeast(0.3, $"verification of all of it as a bundle of {Megabytes(path):0} MB; beside it, hashing it once", new Pair(Slices.Median(ours), Slices.Median(floor)), "MB/s"),
            Row.AtMost(AllowedMemory, $"its memory; beside it, that for a bundle of {Megabytes(little):0} MB", memory, "MB"),
        ];
    }

    private static double Megabytes(string path) => new FileInfo(path).Length / 1e6;

    private static void Verify(string path)
    {
        using var file = File.OpenRead(path);
        var report = BundleVerifier.Verify(file, Trust.None);
        BenchFailedException.Unless(report.IsGood, $"The bundle does not hold: {report.Findings[0].Sentence}");
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
