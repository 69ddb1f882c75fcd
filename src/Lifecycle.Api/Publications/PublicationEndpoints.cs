using Lifecycle.Api.Limits;
using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Lifecycle.Domain.Publications;
using Lifecycle.ReadModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Publications;

/// <summary>Publications: what came out, what it makes and prints, and entering a new one.</summary>
internal static class PublicationEndpoints
{
    private static readonly QueryParameter From = new("from", "Published on this day or later.", "2025-05-01") { Format = "date" };
    private static readonly QueryParameter To = new("to", "Published on this day or earlier.", "2025-07-31") { Format = "date" };
    private static readonly QueryParameter Cycle = new("cycle", "Which assessment.", "2023-2025");

    public static void MapPublications(this IEndpointRouteBuilder api)
    {
        api.MapPost("/publications", PublishAsync)
            .Describe("Publications", "Publish", $"Enters a publication with its records, grades and counts. The same one again adds nothing. Roles: {Permissions.RolesInWords(Permissions.Publish)}.")
            .Takes(Examples.Publish)
            .WithMetadata(new TakesPreconditions(IfMatch: false))
            .Answers(StatusCodes.Status201Created, new PublishedView(Examples.Publish.Id, 1, 2))
            .Answers(StatusCodes.Status200OK, new PublishedView(Examples.Publish.Id, 1, 0))
            .Refuses(RequestProblems.Conflict, RequestProblems.IdempotencyKeyReused, RequestProblems.Busy, RequestProblems.TooManyCommands)
            .Refuses([.. RuleProblems.All]);
        api.MapGet("/publications", ListAsync)
            .Describe("Publications", "List publications", "Newest first, with the standing of the records that you may see.")
            .WithQuery(From, To, Parameters.Body, Parameters.AsAt, Parameters.KnownAt, Parameters.Page, Parameters.PageSize)
            .Answers(StatusCodes.Status200OK, Examples.Publications);
        api.MapGet("/publications/{id}", OneAsync)
            .Describe("Publications", "Read one publication", "With the counts and grades that it prints.")
            .WithQuery(Parameters.AsAt, Parameters.KnownAt)
            .Answers(StatusCodes.Status200OK, Examples.Publication)
            .Refuses(RequestProblems.NotFound);
    }

    public static void MapGrades(this IEndpointRouteBuilder api) =>
        api.MapGet("/grades", GradesAsync)
            .Describe("Publications", "List graded judgments", "By body, assessment and area. Grades of different scales are not comparable, so each names its scale.")
            .WithQuery(Parameters.Body, Cycle, Parameters.AsAt, Parameters.KnownAt)
            .Answers(StatusCodes.Status200OK, Examples.Grades);

    private static Task<IResult> PublishAsync(HttpContext context, Transact transact, IOptions<ApiLimits> limits) =>
        IncomingCommand.GiveAsync<Publish>(context, limits.Value.PublicationBytes, null, async command =>
        {
            var outcome = await transact.PublishAsync(context.Caller(), command.Content, command.Request, context.RequestAborted);
            return outcome.Answer(done => Answer(command.Content.Id, done));
        });

    private static IResult Answer(string id, Outcome<Publication>.Done done)
    {
        var view = new PublishedView(id, done.State.Records.Count, done.Added);
        return done.Added == 0 ? TypedResults.Ok(view) : TypedResults.Created($"/api/v1/publications/{id}", view);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var filter = new PublicationFilter(query.Day(From), query.Day(To), query.Body(Parameters.Body));
        var (asOf, paging) = (query.AsOf(clock), query.Paging());
        if (query.Problem is { } problem)
            return problem;
        var page = await reads.PublicationsAsync(context.Caller(), filter, asOf, paging, context.RequestAborted);
        return TypedResults.Ok(new Listing<PublicationItem>([.. page.Items.Select(PublicationItem.Of)], page.Total, asOf.AsAt, asOf.KnownAt));
    }

    private static async Task<IResult> OneAsync(HttpContext context, string id, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var asOf = query.AsOf(clock);
        if (query.Problem is { } problem)
            return problem;
        return await reads.PublicationAsync(context.Caller(), id, asOf, context.RequestAborted) is { } paper
            ? TypedResults.Ok(PublicationView.Of(paper, asOf))
            : Refusals.NotFound;
    }

    private static async Task<IResult> GradesAsync(HttpContext context, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var (body, cycle, asOf) = (query.Body(Parameters.Body), query.Text(Cycle), query.AsOf(clock));
        if (query.Problem is { } problem)
            return problem;
        var cells = await reads.GradesAsync(context.Caller(), body is null ? null : [body], cycle, asOf, context.RequestAborted);
        return TypedResults.Ok(new Listing<GradeView>([.. cells.Select(GradeView.Of)], cells.Count, asOf.AsAt, asOf.KnownAt));
    }
}
