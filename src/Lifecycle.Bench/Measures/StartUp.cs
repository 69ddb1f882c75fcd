using System.Diagnostics;
using Lifecycle.Bench.Load;
using Lifecycle.EmbeddedPostgres;

namespace Lifecycle.Bench.Measures;

/// <summary>From the start of the service's process until it says that it is ready.</summary>
internal sealed class StartUp : IMeasure
{
    private const double Limit = 3;
    private const int Times = 3;

    public string Name => "start-up";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        List<double> large = [], small = [], whole = [], database = [];
        for (var turn = 0; turn < Times; turn++)
        {
            large.Add(await SecondsAsync(ServiceProcess.OnAsync(bed, TestBed.Large, cancellation)));
            small.Add(await SecondsAsync(ServiceProcess.OnAsync(bed, TestBed.Small, cancellation)));
        }

        await bed.AsideAsync(async folder =>
        {
            for (var turn = 0; turn < Times; turn++)
            {
                whole.Add(await SecondsAsync(ServiceProcess.OnFolderAsync(bed, folder, cancellation)));
                database.Add(await DatabaseAsync(folder, cancellation));
            }
        }, cancellation);
        return
        [
            Row.Within(Limit, "start-up, PostgreSQL running; beside it, on 20,000 events", new Pair(Slices.Median(large), Slices.Median(small)), "s"),
            Row.Within(Limit, "start-up with its own PostgreSQL; beside it, PostgreSQL alone", new Pair(Slices.Median(whole), Slices.Median(database)), "s"),
        ];
    }

    private static async Task<double> SecondsAsync(Task<ServiceProcess> starting)
    {
        await using var service = await starting;
        return service.ReadyAfter.TotalSeconds;
    }

    private static async Task<double> DatabaseAsync(string folder, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await PostgresServer.StartAsync(new PostgresOptions(folder), cancellation);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
