using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Problems;

/// <summary>Where the type of a problem leads: what it means and what to do.</summary>
internal static class ProblemPages
{
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", () => TypedResults.Json(ProblemCatalogue.All, Requests.ApiJson.Options)).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/problems/{code}", (string code) => ProblemCatalogue.Find(code) is { } problem
            ? TypedResults.Json(problem, Requests.ApiJson.Options)
            : (IResult)new ProblemResult(RequestProblems.NotFound)).AllowAnonymous().ExcludeFromDescription();
    }
}
