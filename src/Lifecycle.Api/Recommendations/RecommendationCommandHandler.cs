using Lifecycle.Api.Limits;
using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Recommendations;

/// <summary>How a command on a record comes in over HTTP: version seen, retry key, strict body, then the application decides.</summary>
internal static class RecommendationCommandHandler
{
    private const string Advice =
        "Send the record's ETag in If-Match. Answers with the new status and its ETag; a command whose effect already stands changes nothing.";

    /// <summary>Maps one command. The type gives the body its schema, the example shows it.</summary>
    public static void Take<T>(this IEndpointRouteBuilder record, string verb, string summary, T example)
        where T : RecommendationCommand =>
        record.MapPost($"/{verb}", (HttpContext context, string reference, Transact transact, TimeProvider clock, IOptions<ApiLimits> limits) =>
                GiveAsync<T>(context, reference, verb, transact, clock, limits.Value))
            .Describe("Commands", summary, $"{Advice} Roles: {Permissions.RolesInWords(verb)}.")
            .Takes(example)
            .WithMetadata(new TakesPreconditions(IfMatch: true))
            .Answers(StatusCodes.Status200OK, Examples.Status)
            .Refuses(RequestProblems.NotFound, RequestProblems.Conflict, RequestProblems.Stale, RequestProblems.IdempotencyKeyReused,
                RequestProblems.IfMatchMissing, RequestProblems.Busy, RequestProblems.TooManyCommands)
            .Refuses([.. RuleProblems.All]);

    private static async Task<IResult> GiveAsync<T>(
        HttpContext context, string reference, string verb, Transact transact, TimeProvider clock, ApiLimits limits)
        where T : RecommendationCommand
    {
        var (version, unmatched) = Preconditions.IfMatch(context.Request);
        if (unmatched is not null)
            return unmatched;
        return await IncomingCommand.GiveAsync<T>(context, limits.BodyBytes, version, async command =>
        {
            var outcome = await transact.RunAsync(context.Caller(), reference, verb, command.Content, command.Request, context.RequestAborted);
            return outcome.Answer(done => RecommendationEndpoints.Now(context, done.State, clock));
        });
    }
}
