using Lifecycle.Api.Demo;
using Lifecycle.Api.Events;
using Lifecycle.Api.Ledger;
using Lifecycle.Api.Limits;
using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Positions;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Publications;
using Lifecycle.Api.Queue;
using Lifecycle.Api.Recommendations;
using Lifecycle.Api.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Api;

/// <summary>The addresses of the API.</summary>
public static class ApiRoutes
{
    /// <summary>What every request passes through, in this order; routing comes first and the endpoints last.</summary>
    /// <param name="whenApi">Which requests are answered with problem details; the host answers the others in its own way.</param>
    public static void UseLifecycleApi(this IApplicationBuilder app, Func<HttpContext, bool> whenApi)
    {
        app.UseWhen(whenApi, api => api.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = static _ => true }));
        app.UseMiddleware<RequestLength>();
        app.UseWhen(whenApi, api => api.UseStatusCodePages(status => WithoutBody(status.HttpContext)));
        app.UseRouting();
        app.UseMiddleware<AdmissionGate>();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>Maps every endpoint of the contract, and the demo's where a demo is on.</summary>
    public static void MapLifecycleApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1")
            .RequireAuthorization()
            .RequireRateLimiting(CallerRate.Policy)
            .AddEndpointFilter(RefuseStrayQueryAsync)
            .WithMetadata(new PossibleProblems(OfEverybody));
        api.MapRecommendations();
        api.MapPublications();
        api.MapPositions();
        api.MapSignOffQueue();
        api.MapGrades();
        api.MapEvents();
        api.MapLedger();
        if (IsDemo(routes.ServiceProvider))
            api.MapDemo();
        routes.MapProblems();
        routes.MapOpenApi("/openapi/{documentName}.json");
    }

    private static readonly Problem[] OfEverybody =
    [
        RequestProblems.Malformed, RequestProblems.NotSignedIn, RequestProblems.AddressTooLong, RequestProblems.TooManyRequests,
        RequestProblems.HeadersTooLong, RequestProblems.Unexpected, RequestProblems.Unavailable, RequestProblems.TimedOut,
    ];

    private static bool IsDemo(IServiceProvider services) => services.GetRequiredService<IAuthenticationSchemeProvider>()
        .GetSchemeAsync(DemoAuthentication.SchemeName).GetAwaiter().GetResult() is not null;

    // Endpoints with query parameters read them themselves, and name an unknown one together with everything else that is wrong.
    private static ValueTask<object?> RefuseStrayQueryAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var takesNone = context.GetEndpoint()!.Metadata.GetMetadata<QueryParameters>() is null;
        return takesNone && new QueryReader(context).Problem is { } problem ? ValueTask.FromResult<object?>(problem) : next(invocation);
    }

    // Routing and the server answer some requests with a bare status; the caller gets problem details all the same.
    private static Task WithoutBody(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new ProblemResult(RequestProblems.NotFound).ExecuteAsync(context),
        StatusCodes.Status405MethodNotAllowed => new ProblemResult(RequestProblems.MethodNotAllowed).ExecuteAsync(context),
        StatusCodes.Status415UnsupportedMediaType => new ProblemResult(RequestProblems.UnsupportedMediaType).ExecuteAsync(context),
        StatusCodes.Status413PayloadTooLarge => new ProblemResult(RequestProblems.BodyTooLarge).ExecuteAsync(context),
        _ => Task.CompletedTask,
    };
}
