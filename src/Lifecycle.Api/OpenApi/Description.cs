using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.OpenApi;

/// <summary>An example of what an endpoint takes, kept with it so that the API reference can show it.</summary>
internal sealed record RequestExample(object Value);

/// <summary>An example of what an endpoint answers with a status.</summary>
internal sealed record ResponseExample(int Status, object Value);

/// <summary>The problems that an endpoint can answer with, beside those that any can.</summary>
internal sealed record PossibleProblems(IReadOnlyList<Problem> All);

/// <summary>The endpoint takes If-Match and Idempotency-Key, or only the latter.</summary>
internal sealed record TakesPreconditions(bool IfMatch);

/// <summary>How endpoints say what they take and answer: for the reader, the API reference and the tests alike.</summary>
internal static class Description
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string tag, string summary, string description) =>
        endpoint.WithTags(tag).WithSummary(summary).WithDescription(description);

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status, T example, string contentType = "application/json")
        where T : notnull =>
        endpoint.Produces<T>(status, contentType).WithMetadata(new ResponseExample(status, example));

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, T example)
        where T : notnull =>
        endpoint.Accepts<T>("application/json").WithMetadata(new RequestExample(example))
            .Refuses(RequestProblems.Malformed, RequestProblems.BodyTooLarge, RequestProblems.UnsupportedMediaType);

    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters) =>
        endpoint.WithMetadata(new QueryParameters(parameters)).Refuses(RequestProblems.Malformed);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params Problem[] problems) =>
        endpoint.WithMetadata(new PossibleProblems(problems));
}
