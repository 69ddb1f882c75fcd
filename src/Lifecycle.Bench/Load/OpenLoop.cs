using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Lifecycle.Bench.Load;

/// <summary>
/// Commands offered at a rate, whether or not earlier ones have been answered. Each record has one command under way at most,
/// so as many are out at once as there are records; when all are, nothing more can be offered.
/// </summary>
internal sealed class OpenLoop(OverHttp http, WorkingSet set)
{
    private readonly ConcurrentQueue<WorkRecord> _idle = new(set.Records);
    private readonly Random _random = new(1);
    private long _under;

    public ConcurrentBag<double> Accepted { get; } = [];

    /// <summary>Actor and key of every acknowledged command.</summary>
    public ConcurrentBag<(string Actor, string Key)> Acknowledged { get; } = [];

    public ConcurrentDictionary<Answer, int> Refused { get; } = [];

    /// <summary>Commands sent in a second, which may be fewer than wanted.</summary>
    public double Offered { get; private set; }

    public async Task RunAsync(double rate, TimeSpan time, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        long due, scheduled = 0, sent = 0;
        for (TimeSpan now; (now = Stopwatch.GetElapsedTime(started)) < time; scheduled = due)
        {
            due = (long)(rate * now.TotalSeconds);
            for (; scheduled < due && _idle.TryDequeue(out var record); scheduled++, sent++) _ = GiveAsync(record, Deed.Next(_random));
            await Task.Delay(1, cancellation);
        }

        Offered = sent / time.TotalSeconds;
        while (Interlocked.Read(ref _under) > 0) await Task.Delay(10, cancellation);
    }

    private async Task GiveAsync(WorkRecord record, Deed deed)
    {
        Interlocked.Increment(ref _under);
        var key = Guid.NewGuid().ToString("n");
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await http.SendAsync(record, deed, key);
            if (answer.Status == HttpStatusCode.OK)
            {
                Accepted.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Acknowledged.Add((record.Officer.Actor, key));
            }
            else
            {
                Refused.AddOrUpdate(answer, 1, (_, count) => count + 1);
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // No answer at all.
            Refused.AddOrUpdate(default, 1, (_, count) => count + 1);
        }
        finally
        {
            _idle.Enqueue(record);
            Interlocked.Decrement(ref _under);
        }
    }
}
