using System.Diagnostics;
using System.Text.Json;
using Lifecycle.Api.Limits;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Events;

/// <summary>Writes events to an open response as they come, until the client leaves or the service stops.</summary>
internal sealed class EventStream(EventFeed feed, IOptions<ApiLimits> limits, IHostApplicationLifetime lifetime)
{
    public const string ContentType = "text/event-stream";

    private const int AtOnce = 200;

    public async Task WriteAsync(HttpContext context, long after)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = ContentType;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            // So that a browser comes back soon after a restart, with the id of the last event that it has.
            await SendAsync(context, "retry: 3000\n\n", end.Token);
            await FollowAsync(context, after, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Leaving is how a stream ends.
        }
    }

    private async Task FollowAsync(HttpContext context, long after, CancellationToken end)
    {
        var lastSent = Stopwatch.GetTimestamp();
        while (true)
        {
            var page = await feed.ReadAsync(context.Caller(), after, AtOnce, end);
            foreach (var e in page.Events)
                await SendAsync(context, $"id: {e.Position}\nevent: {e.Type}\ndata: {JsonSerializer.Serialize(CloudEvent.Of(e), ApiJson.Options)}\n\n", end);
            if (page.Events.Count > 0)
                lastSent = Stopwatch.GetTimestamp();
            else if (Stopwatch.GetElapsedTime(lastSent) > limits.Value.Heartbeat)
            {
                await SendAsync(context, ": still here\n\n", end);
                lastSent = Stopwatch.GetTimestamp();
            }

            after = page.ReadUpTo;
            if (page.Events.Count < AtOnce)
                await feed.WaitAsync(after, end);
        }
    }

    private static async Task SendAsync(HttpContext context, string text, CancellationToken end)
    {
        await context.Response.WriteAsync(text, end);
        await context.Response.Body.FlushAsync(end);
    }
}
