using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Queue;

/// <summary>A record that waits for a decision on its closure.</summary>
/// <param name="RecommendedOn">The day on which it began to wait.</param>
/// <param name="RecommendedBy">Actor id; this person cannot sign it off.</param>
/// <param name="Evidence">Items of evidence judged.</param>
/// <param name="Authority">Who may sign it off by the rules of the day.</param>
/// <param name="Rule">The rule that says so, "id@version".</param>
public sealed record QueueView(
    string Reference, string Publication, string Body, string Title, RecordKind Kind, int? Level, DateOnly RecommendedOn,
    string RecommendedBy, string Statement, int Evidence, SignOffAuthority Authority, bool OversightNoteRequired, string Rule)
{
    internal static QueueView Of(QueueItem item)
    {
        var of = item.Waiting;
        return new(
            of.Reference, of.Publication, of.Body, of.Title, of.Kind, of.Level, of.RecommendedOn, of.RecommendedBy, of.Statement,
            of.Evidence, item.Authority, item.OversightNoteRequired, item.Rule);
    }
}

/// <summary>What waits for the caller.</summary>
internal static class QueueEndpoints
{
    public static void MapSignOffQueue(this IEndpointRouteBuilder api) =>
        api.MapGet("/sign-off-queue", ReadAsync)
            .Describe("Sign-off", "Read the sign-off queue", "What waits for your decision, longest first. Whoever decides nothing sees what waits in the records they watch.")
            .WithQuery(Parameters.AsAt, Parameters.KnownAt, Parameters.Page, Parameters.PageSize)
            .Answers(StatusCodes.Status200OK, Examples.Queue);

    private static async Task<IResult> ReadAsync(HttpContext context, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var (asOf, paging) = (query.AsOf(clock), query.Paging());
        if (query.Problem is { } problem)
            return problem;
        var page = await reads.QueueAsync(context.Caller(), asOf, paging, context.RequestAborted);
        return TypedResults.Ok(new Listing<QueueView>([.. page.Items.Select(QueueView.Of)], page.Total, asOf.AsAt, asOf.KnownAt));
    }
}
