using System.Diagnostics;
using System.Globalization;
using System.Net;
using Lifecycle.Bench.Load;
using Lifecycle.Domain;

namespace Lifecycle.Bench.Measures;

/// <summary>The service offered five times what it can take: what it accepts is answered soon, the rest is told when to come again, nothing is lost.</summary>
internal sealed class BackPressure : IMeasure
{
    private const double Times = 5;
    private const int Connections = 64;
    // A minute where other measures take ten seconds.
    private const double Longer = 6;
    private const double Bound = 1_000;

    public string Name => "back-pressure";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        await using var service = await ServiceProcess.OnAsync(bed, TestBed.Large, cancellation);
        var (sustained, calm) = await SustainedAsync(register, service, bed.Options.Time, cancellation);
        var before = service.Memory.Ours;
        var set = await WorkingSet.PublishAsync(register, cancellation);
        using var http = new OverHttp(service, register, set, set.Records.Count);
        var storm = new OpenLoop(http, set);
        await storm.RunAsync(Times * sustained, bed.Options.Time * Longer, cancellation);
        await http.VerifyAsync(cancellation);
        var found = await FoundAsync(register, storm, cancellation);

        BenchFailedException.Unless(!storm.Accepted.IsEmpty, "Nothing was accepted under the load.");
        foreach (var (answer, count) in storm.Refused)
            bed.Say($"Back-pressure: {count:N0} commands were answered with {(int)answer.Status}, {(answer.SaysWhenToRetry ? "with" : "without")} Retry-After.");
        var refused = storm.Refused.Values.Sum();
        var toldWhen = storm.Refused.Where(pair => pair.Key is { Status: HttpStatusCode.TooManyRequests, SaysWhenToRetry: true }).Sum(pair => pair.Value);
        return
        [
            Row.Shown(string.Create(CultureInfo.InvariantCulture, $"back-pressure: offered ({Times:0} times wanted); beside it, sustained"), new Pair(storm.Offered, sustained), "/s"),
            Row.Within(Bound, "back-pressure: p99 of what is accepted; beside it, unhurried", new Pair(Latency.At(0.99, storm.Accepted), calm), "ms"),
            Row.AtLeast(1, "back-pressure: refused with 429 and Retry-After; beside it, all refused", new Pair(toldWhen, refused), ""),
            Row.AtLeast(1, "back-pressure: acknowledged and found; beside it, all acknowledged", new Pair(found, storm.Acknowledged.Count), ""),
            Row.AtMost(1.5, "back-pressure: service memory; beside it, before", new Pair(service.Memory.Ours, before), "MB"),
        ];
    }

    private static async Task<(double Rate, double P99)> SustainedAsync(Register register, ServiceProcess service, TimeSpan time, CancellationToken cancellation)
    {
        using var http = new OverHttp(service, register, await WorkingSet.PublishAsync(register, cancellation), Connections);
        await http.RateAsync(time / 2);
        var waits = new List<double>[Connections];
        for (var client = 0; client < Connections; client++) waits[client] = [];
        var rate = await Clients.RateAsync(Connections, time, async client =>
        {
            var started = Stopwatch.GetTimestamp();
            await http.OnceAsync(client);
            waits[client].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
        return (rate, Latency.At(0.99, waits.SelectMany(one => one)));
    }

    // By its receipt, which is committed with the events.
    private static async Task<long> FoundAsync(Register register, OpenLoop storm, CancellationToken cancellation)
    {
        var found = 0L;
        foreach (var some in storm.Acknowledged.Select(one => StreamIds.Command(one.Actor, one.Key)).Chunk(10_000))
            found += await register.ScalarAsync<long>("select count(*) from lifecycle.command_receipt where command_id = any($1)", cancellation, some);
        return found;
    }
}
