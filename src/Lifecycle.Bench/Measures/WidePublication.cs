using System.Diagnostics;
using Lifecycle.Bench.Floors;
using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>60 records for 43 forces published in one act, while others go on working.</summary>
internal sealed class WidePublication : IMeasure
{
    private const int Others = 16;
    private const int Times = 3;
    private const string Copied = "bench_copied";
    private static readonly TimeSpan RunUp = TimeSpan.FromSeconds(0.5);

    public string Name => "wide";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        var others = new Waits(register, await WorkingSet.PublishAsync(register, cancellation), Others);
        List<double> took = [], copied = [], waited = [], undisturbed = [];
        for (var turn = 0; turn <= Times; turn++)
        {
            var (publication, seconds, longest, before) = await PublishAsync(register, others, cancellation);
            var copy = await CopyAsync(bed, register, publication, cancellation);
            // The first warms up.
            if (turn == 0) continue;
            took.Add(seconds);
            copied.Add(copy);
            waited.Add(longest);
            undisturbed.Add(before);
        }

        await others.VerifyAsync(cancellation);
        return
        [
            Row.Within(1, $"wide: publication of {WorkingSet.Streams:N0} streams", new Pair(Slices.Median(took), Slices.Median(copied)), "s"),
            Row.Within(250, "wide: longest wait of others; beside it, without", new Pair(waited.Max(), undisturbed.Max()), "ms"),
        ];
    }

    // The others work for as long before as the publication then takes, so that both longest waits are of like spans.
    private static async Task<(Guid, double Seconds, double Longest, double Before)> PublishAsync(Register register, Waits others, CancellationToken cancellation)
    {
        using var end = new CancellationTokenSource();
        var working = others.RunAsync(end.Token);
        await Task.Delay(RunUp, cancellation);
        others.Longest();
        await Task.Delay(RunUp, cancellation);
        var before = others.Longest();
        var started = Stopwatch.GetTimestamp();
        var set = await WorkingSet.PublishAsync(register, cancellation);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await end.CancelAsync();
        await working;
        return (set.Stream, seconds, others.Longest(), before);
    }

    private static async Task<double> CopyAsync(TestBed bed, Register register, Guid publication, CancellationToken cancellation)
    {
        var rows = await RowCopy.TakeAsync(register, publication, cancellation);
        await bed.CopyAsync(Copied, TestBed.Empty, cancellation);
        await using var copied = bed.Open(Copied);
        var took = await rows.IntoAsync(copied, cancellation);
        var streams = await copied.ScalarAsync<long>("select count(*) from lifecycle.mt_streams", cancellation);
        BenchFailedException.Unless(streams == WorkingSet.Streams + 1, $"{streams} streams were copied.");
        return took.TotalSeconds;
    }
}
