using System.Globalization;
using Lifecycle.Api.Limits;
using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Events;

/// <summary>Everything that happens, for programs that follow along: as a batch to fetch, or as a stream that stays open.</summary>
internal static class EventEndpoints
{
    private const string Batch = "application/cloudevents-batch+json";
    private const int DefaultLimit = 100;

    private static readonly QueryParameter After = new("after", "The position after which to go on; 0 is the beginning.", "0") { Range = (0, int.MaxValue) };
    private static readonly QueryParameter Limit = new("limit", "At most so many events; 100 when left out.", "100") { Range = (1, 1000) };

    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/events", FetchAsync)
            .Describe("Events", "Fetch events", "A CloudEvents 1.0 batch in the order of positions. The Link header leads to the next one, also when there is nothing new yet.")
            .WithQuery(After, Limit)
            .Answers(StatusCodes.Status200OK, Examples.Events, Batch);
        api.MapGet("/events/stream", FollowAsync)
            .Describe("Events", "Follow events", "Server-sent events: the id is the position, the data a CloudEvent. Begins with what is new, or after the position in Last-Event-ID or 'after'.")
            .WithQuery(After)
            .Answers(StatusCodes.Status200OK, Examples.Event, EventStream.ContentType)
            .Refuses(RequestProblems.TooManyStreams)
            .DisableRequestTimeout();
    }

    private static async Task<IResult> FetchAsync(HttpContext context, EventFeed feed)
    {
        var query = new QueryReader(context);
        var (after, limit) = (query.Long(After) ?? 0, query.Number(Limit) ?? DefaultLimit);
        if (query.Problem is { } problem)
            return problem;
        var page = await feed.ReadAsync(context.Caller(), after, limit, context.RequestAborted);
        context.Response.Headers.Link = string.Create(
            CultureInfo.InvariantCulture, $"</api/v1/events?after={page.ReadUpTo}&limit={limit}>; rel=\"next\"");
        return TypedResults.Json(page.Events.Select(CloudEvent.Of).ToList(), ApiJson.Options, Batch);
    }

    private static async Task<IResult> FollowAsync(HttpContext context, EventFeed feed, StreamSlots slots, EventStream stream)
    {
        var query = new QueryReader(context);
        var after = query.Long(After);
        if (query.Problem is { } problem)
            return problem;
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        if (last.Length > 0 && !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return RequestProblems.Refuse([new FieldError("Last-Event-ID", "Last-Event-ID must be the id of the last event that you received.")]);

        using var slot = slots.Take(context.Caller().Actor);
        if (slot is null)
            return new ProblemResult(RequestProblems.TooManyStreams) { RetryAfter = TimeSpan.FromSeconds(30) };
        var position = last.Length > 0 ? long.Parse(last, CultureInfo.InvariantCulture) : after ?? await feed.HeadAsync(context.RequestAborted);
        await stream.WriteAsync(context, position);
        return TypedResults.Empty;
    }
}
