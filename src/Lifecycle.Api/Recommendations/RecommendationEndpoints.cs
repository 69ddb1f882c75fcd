using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Recommendations;

/// <summary>The register of records: list, one, its history, and everything that can be done with it.</summary>
internal static class RecommendationEndpoints
{
    public static void MapRecommendations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/recommendations", ListAsync)
            .Describe("Recommendations", "List records", "Filters narrow; several words of one filter widen it. Ordered by reference.")
            .WithQuery([.. RegisterQuery.Parameters, Parameters.AsAt, Parameters.KnownAt, Parameters.Page, Parameters.PageSize])
            .Answers(StatusCodes.Status200OK, Examples.Records);
        api.MapGet("/recommendations/{reference}", OneAsync)
            .Describe("Recommendations", "Read one record", "As it stands now, or as at any day as known at any moment. The ETag is its version.")
            .WithQuery(Parameters.AsAt, Parameters.KnownAt)
            .Answers(StatusCodes.Status200OK, Examples.Status)
            .Refuses(RequestProblems.NotFound);
        api.MapGet("/recommendations/{reference}/history", HistoryAsync)
            .Describe("Recommendations", "Read a record's history", "Every event, in the order of recording, with the status after it.")
            .WithQuery(Parameters.AsAt, Parameters.KnownAt, Parameters.Page, Parameters.PageSize)
            .Answers(StatusCodes.Status200OK, Examples.History)
            .Refuses(RequestProblems.NotFound);
        api.MapGroup("/recommendations/{reference}").MapCommands();
    }

    /// <summary>The answer to an accepted command: the record as it stands now.</summary>
    public static IResult Now(HttpContext context, Recommendation state, TimeProvider clock) =>
        Answer(context, RecordView.Of(state, new AsOf(LondonDay.Of(clock.GetUtcNow()))));

    private static async Task<IResult> ListAsync(HttpContext context, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var (filter, asOf, paging) = (RegisterQuery.Read(query), query.AsOf(clock), query.Paging());
        if (query.Problem is { } problem)
            return problem;
        var page = await reads.SearchAsync(context.Caller(), filter, asOf, RegisterSort.Reference, paging, context.RequestAborted);
        return TypedResults.Ok(new Listing<RecordItem>(
            [.. page.Items.Select(row => RecordItem.Of(row, asOf.AsAt))], page.Total, asOf.AsAt, asOf.KnownAt));
    }

    private static async Task<IResult> OneAsync(HttpContext context, string reference, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var asOf = query.AsOf(clock);
        if (query.Problem is { } problem)
            return problem;
        return await reads.RecordAsync(context.Caller(), reference, asOf, context.RequestAborted) is { } state
            ? Answer(context, RecordView.Of(state, asOf))
            : Refusals.NotFound;
    }

    private static async Task<IResult> HistoryAsync(HttpContext context, string reference, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var (asOf, paging) = (query.AsOf(clock), query.Paging());
        if (query.Problem is { } problem)
            return problem;
        return await reads.HistoryAsync(context.Caller(), reference, asOf, paging, context.RequestAborted) is { } page
            ? TypedResults.Ok(new Listing<HistoryEntry>([.. page.Items.Select(HistoryEntry.Of)], page.Total, asOf.AsAt, asOf.KnownAt))
            : Refusals.NotFound;
    }

    private static Ok<RecordView> Answer(HttpContext context, RecordView view)
    {
        context.Response.Headers.ETag = Preconditions.ETag(view.Version);
        return TypedResults.Ok(view);
    }
}
