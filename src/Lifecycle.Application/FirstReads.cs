using System.Diagnostics;
using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>
/// Asks once what pages about the nation ask: the program's code is then compiled, the names of the records are known and PostgreSQL has
/// read most of what those pages need today, before somebody waits for it.
/// </summary>
public sealed class FirstReads(Reads reads, TimeProvider clock)
{
    // Most of the time belongs to those who use the service already.
    private const int RestPerWork = 3;

    private static readonly Caller Nobody = Caller.For("warm-up", Role.Auditor, Bodies.Hmicfrs);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = new AsOf(LondonDay.Of(now));
        var past = today with { Day = today.Today.AddYears(-1) };
        await RegisterAsync(today, cancellation);
        await RestAfterAsync(() => reads.OverdueAsync(Nobody, null, today, new Paging(), cancellation), cancellation);
        await PositionAsync(today, cancellation);
        await RegisterAsync(past, cancellation);
        await RegisterAsync(past with { KnownAt = now.AddMonths(-6) }, cancellation);
        await PositionAsync(past, cancellation);
    }

    private Task RegisterAsync(AsOf asOf, CancellationToken cancellation) => RestAfterAsync(
        () => reads.RegisterAsync(Nobody, new RegisterFilter(), asOf, RegisterSort.Reference, new Paging(), cancellation), cancellation);

    private async Task PositionAsync(AsOf asOf, CancellationToken cancellation)
    {
        var year = Enumerable.Range(0, 13).Select(months => asOf.AsAt.AddMonths(-months)).ToArray();
        await RestAfterAsync(
            () => reads.PositionAsync(Nobody, [PositionSplit.Kind, PositionSplit.Level, PositionSplit.Status], null, asOf, cancellation), cancellation);
        await RestAfterAsync(() => reads.TrendAsync(Nobody, null, year, asOf.KnownAt, cancellation), cancellation);
        await RestAfterAsync(() => reads.AgeingAsync(Nobody, null, asOf, cancellation), cancellation);
        if (asOf.IsNow) await RestAfterAsync(() => reads.RagCountsAsync(Nobody, null, asOf, cancellation), cancellation);
    }

    private static async Task RestAfterAsync(Func<Task> read, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await read();
        await Task.Delay(Stopwatch.GetElapsedTime(began) * RestPerWork, cancellation);
    }
}
