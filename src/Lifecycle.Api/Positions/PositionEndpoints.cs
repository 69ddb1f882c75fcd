using Lifecycle.Api.Limits;
using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Lifecycle.Domain.Positions;
using Lifecycle.ReadModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Positions;

/// <summary>How many were open on a day, and how that compares.</summary>
internal static class PositionEndpoints
{
    private static readonly QueryParameter GroupBy = new("groupBy", "What to split the counts by, with commas between them.", "kind,level")
    {
        Words = [.. Enum.GetNames<PositionSplit>().Select(name => name.ToLowerInvariant())],
        Many = true,
    };

    private static readonly QueryParameter Compared = new("body", "Id of the body to compare.", "west-mercia") { Required = true };
    private static readonly QueryParameter With = new("with", "The most similar group, the region, or all forces.", "msg") { Words = ["msg", "region", "all"], Required = true };

    public static void MapPositions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/positions", PositionAsync)
            .Describe("Positions", "Read a position", "Counts of open records as at a day. A declared count is the total of its day: records held one by one count towards it, never on top. Unknown is null, never nought.")
            .WithQuery(GroupBy, Parameters.Body, Parameters.AsAt, Parameters.KnownAt)
            .Answers(StatusCodes.Status200OK, Examples.Position);
        api.MapGet("/comparisons", CompareAsync)
            .Describe("Positions", "Compare with other forces", "Counts only: other forces' records stay theirs.")
            .WithQuery(Compared, With, Parameters.AsAt, Parameters.KnownAt)
            .Answers(StatusCodes.Status200OK, Examples.Comparison)
            .Refuses(RequestProblems.GroupUnknown);
        api.MapPost("/declared-positions", DeclareAsync)
            .Describe("Positions", "Declare a position", $"Open counts of a body, a group or the nation as a paper printed them, with day and source. Roles: {Permissions.RolesInWords(Permissions.DeclarePosition)}.")
            .Takes(Examples.Declare)
            .WithMetadata(new TakesPreconditions(IfMatch: false))
            .Answers(StatusCodes.Status201Created, Examples.Declared)
            .Answers(StatusCodes.Status200OK, Examples.Declared)
            .Refuses(RequestProblems.Conflict, RequestProblems.IdempotencyKeyReused, RequestProblems.Busy, RequestProblems.TooManyCommands)
            .Refuses([.. RuleProblems.All]);
    }

    private static async Task<IResult> PositionAsync(HttpContext context, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var splits = query.Many(GroupBy);
        var (body, asOf) = (query.Body(Parameters.Body), query.AsOf(clock));
        if (query.Problem is { } problem)
            return problem;
        var position = await reads.PositionAsync(
            context.Caller(), [.. splits.Select(word => Enum.Parse<PositionSplit>(word, ignoreCase: true))], body is null ? null : [body], asOf,
            context.RequestAborted);
        return TypedResults.Ok(PositionView.Of(position, asOf));
    }

    private static async Task<IResult> CompareAsync(HttpContext context, Reads reads, TimeProvider clock)
    {
        var query = new QueryReader(context);
        var (body, with, asOf) = (query.Body(Compared), query.Text(With), query.AsOf(clock));
        if (with is not null && !With.Words!.Contains(with))
            query.Wrong(With, $"must be one of {string.Join(", ", With.Words!)}");
        if (query.Problem is { } problem)
            return problem;
        var whom = with switch { "msg" => ComparedWith.MostSimilarGroup, "region" => ComparedWith.Region, _ => ComparedWith.All };
        return await reads.ComparisonAsync(context.Caller(), body!, whom, asOf, context.RequestAborted) is Comparison.Compared compared
            ? TypedResults.Ok(ComparisonView.Of(body!, compared, asOf))
            : new ProblemResult(RequestProblems.GroupUnknown);
    }

    private static Task<IResult> DeclareAsync(HttpContext context, Transact transact, IOptions<ApiLimits> limits) =>
        IncomingCommand.GiveAsync<DeclarePosition>(context, limits.Value.BodyBytes, null, async command =>
        {
            var outcome = await transact.DeclareAsync(context.Caller(), command.Content, command.Request, context.RequestAborted);
            return outcome.Answer(done => done.Added == 0
                ? TypedResults.Ok(done.State.Standing)
                : TypedResults.Created($"/api/v1/positions?asAt={done.State.Standing.AsAt:yyyy-MM-dd}", done.State.Standing));
        });
}
