using System.Buffers;
using System.Diagnostics;
using Lifecycle.Api.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Events;

/// <summary>Writes events to an open response as they come, until the client leaves or the service stops.</summary>
internal sealed class EventStream(SharedFeed shared, IOptions<ApiLimits> limits, IHostApplicationLifetime lifetime)
{
    public const string ContentType = "text/event-stream";

    private const int SentAtOnce = 32 * 1024;

    // So that a browser comes back soon after a restart, with the id of the last event that it has.
    private static readonly ReadOnlyMemory<byte> ComeBack = "retry: 3000\n\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Alive = ": still here\n\n"u8.ToArray();

    public async Task WriteAsync(HttpContext context, long after)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = ContentType;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await context.Response.BodyWriter.WriteAsync(ComeBack, end.Token);
            await FollowAsync(context, after, end.Token);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Leaving is how a stream ends.
        }
    }

    private async Task FollowAsync(HttpContext context, long after, CancellationToken end)
    {
        var caller = context.Caller();
        var (sight, leave) = shared.Join(caller);
        using var left = leave;
        var lastSent = Stopwatch.GetTimestamp();
        for (var hasMore = true; ;)
        {
            var stretch = await sight.NextAsync(after, hasMore).WaitAsync(end);
            var sent = await SendAsync(context, stretch.Events.Where(e => e.Position > after && caller.MaySee(e.Body)), end);
            if (!sent && Stopwatch.GetElapsedTime(lastSent) > limits.Value.Heartbeat)
            {
                await context.Response.BodyWriter.WriteAsync(Alive, end);
                sent = true;
            }

            if (sent)
                lastSent = Stopwatch.GetTimestamp();
            (after, hasMore) = (Math.Max(after, stretch.UpTo), stretch.HasMore);
        }
    }

    // A client that reads slowly holds up only its own stream: the writer waits once little has gone unread.
    private static async Task<bool> SendAsync(HttpContext context, IEnumerable<SentEvent> events, CancellationToken end)
    {
        var (writer, waiting, any) = (context.Response.BodyWriter, 0, false);
        foreach (var e in events)
        {
            writer.Write(e.Text.Span);
            any = true;
            if ((waiting += e.Text.Length) < SentAtOnce)
                continue;
            await writer.FlushAsync(end);
            waiting = 0;
        }

        if (waiting > 0)
            await writer.FlushAsync(end);
        return any;
    }
}
