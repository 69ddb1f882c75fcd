using Lifecycle.Bench.Measures;

namespace Lifecycle.Bench;

/// <summary>Measures the product beside what the machine can do at all, in one run.</summary>
public static class Benchmark
{
    private static readonly IMeasure[] Measures =
    [
        new CommandsInProcess(), new CommandsOverHttp(), new BulkImport(), new Rebuilds(), new PageReads(), new Pages(), new Flatness(),
        new StartUp(), new BackPressure(), new WidePublication(), new Feed(), new Signing(), new Proofs(),
    ];

    /// <summary>What can be asked for, in the order of the table.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Measures.Select(measure => measure.Name)];

    /// <param name="say">Told what is being done.</param>
    public static async Task<BenchReport> RunAsync(BenchOptions options, Action<string> say, CancellationToken cancellation)
    {
        await using var bed = await TestBed.PrepareAsync(options, say, cancellation);
        var (rows, failures) = (new List<Row>(), new List<Failure>());
        foreach (var measure in Measures.Where(measure => options.Only.Count == 0 || options.Only.Contains(measure.Name)))
        {
            say($"Measuring {measure.Name}.");
            try
            {
                rows.AddRange(await measure.RunAsync(bed, cancellation));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A long run is not lost for one of its measures.
                failures.Add(new Failure(measure.Name, e is BenchFailedException ? e.Message : e.ToString()));
            }
        }

        if (bed.ServiceMemory is { } memory)
            rows.Add(Row.Within(300, "service memory, the most; beside it, when ready", memory, "MB"));
        return new BenchReport(await Machine.OfAsync(bed, cancellation), options.Events, rows, failures);
    }
}
