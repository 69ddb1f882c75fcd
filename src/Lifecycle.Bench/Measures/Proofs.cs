using System.Diagnostics;
using System.Security.Cryptography;
using Lifecycle.Application;
using Lifecycle.Bench.Load;
using Lifecycle.Domain;
using Lifecycle.Ledger;

namespace Lifecycle.Bench.Measures;

/// <summary>
/// What proving takes: the whole history verified in the database, held against reading the rows of the events once, and a
/// bundle verified, held against hashing the same file once.
/// </summary>
internal sealed class Proofs : IMeasure
{
    private const int Rounds = 5;

    // Minutes at most, for 2,000,000 events.
    private const double MostSeconds = 300;

    public string Name => "ledger";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("lifecycle-bench-ledger-");
        try
        {
            await using var register = bed.Open(TestBed.Large, new LedgerSettings { KeyFile = Path.Combine(folder.FullName, "key.pem"), CreateKey = true });
            await register.Get<Setup>().MigrateAsync(null, cancellation);
            var caller = Caller.For("bench", Role.Auditor, Bodies.Hmicfrs);
            var signed = await SecondsAsync(() => register.Get<LedgerDesk>().SignAsync(caller, cancellation));
            bed.Say($"The first checkpoint took {signed:0.0} seconds.");
            return [await DatabaseAsync(register, caller, cancellation), await BundleAsync(register, caller, Path.Combine(folder.FullName, "bundle.zip"), cancellation)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Row> DatabaseAsync(Register register, Caller caller, CancellationToken cancellation)
    {
        var floor = await SecondsAsync(() => ReadAsync(register, cancellation));
        HistoryReport report = null!;
        var ours = await SecondsAsync(async () =>
            report = await register.Get<HistoryVerification>().RunAsync(caller, Outside.Nothing, readModels: false, null, cancellation));
        BenchFailedException.Unless(report.Holds && report.Events == report.Signed, $"The history does not hold: {report.Findings.Count switch { 0 => "it is not signed whole", _ => report.Findings[0].Sentence }}");
        return Row.Within(MostSeconds, $"verification of {report.Events:N0} events in the database; beside it, one read of their rows", new Pair(ours, floor), "s");
    }

    private static async Task<Row> BundleAsync(Register register, Caller caller, string path, CancellationToken cancellation)
    {
        await using (var file = File.Create(path))
        {
            var outcome = await register.Get<LedgerBundles>().WriteAsync(caller, new BundleRequest(Body: "west-mercia"), file, cancellation);
            BenchFailedException.Unless(outcome is Outcome<BundleRequest>.Done, "No bundle was written.");
        }

        var megabytes = new FileInfo(path).Length / 1e6;
        List<double> ours = [], floor = [];
        // The first of each warms up and is not counted.
        for (var round = 0; round <= Rounds; round++)
        {
            var verifying = await SecondsAsync(() => Task.FromResult(Verify(path)));
            var hashing = await SecondsAsync(() => Task.FromResult(Hash(path)));
            if (round == 0) continue;
            ours.Add(megabytes / verifying);
            floor.Add(megabytes / hashing);
        }

        return Row.AtLeast(0.3, $"verification of a bundle of {megabytes:0} MB; beside it, hashing it once", new Pair(Slices.Median(ours), Slices.Median(floor)), "MB/s");
    }

    private static long Verify(string path)
    {
        using var file = File.OpenRead(path);
        var report = BundleVerifier.Verify(file, Trust.None);
        BenchFailedException.Unless(report.IsGood, $"The bundle does not hold: {report.Findings.Count switch { 0 => "it is not signed whole", _ => report.Findings[0].Sentence }}");
        return file.Length;
    }

    private static byte[] Hash(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }

    private static async Task<long> ReadAsync(Register register, CancellationToken cancellation)
    {
        await using var connection = await register.Plain.OpenConnectionAsync(cancellation);
        await using var rows = await connection.BeginRawBinaryCopyAsync("copy lifecycle.mt_events to stdout (format binary)", cancellation);
        var (buffer, read) = (new byte[1 << 16], 0L);
        for (int some; (some = await rows.ReadAsync(buffer, cancellation)) > 0;) read += some;
        return read;
    }

    private static async Task<double> SecondsAsync<T>(Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
