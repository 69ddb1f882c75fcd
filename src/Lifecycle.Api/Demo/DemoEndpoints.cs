using Lifecycle.Api.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Demo;

/// <summary>Lists the personas. Mapped in demo mode only.</summary>
internal static class DemoEndpoints
{
    public static void MapDemo(this IEndpointRouteBuilder api) =>
        api.MapGet("/demo/personas", () => TypedResults.Json(DemoPersonas.All, Requests.ApiJson.Options))
            .AllowAnonymous()
            .Describe("Demo", "List the personas", "Everybody you can be in demo mode. Send the token as Authorization: Bearer …")
            .Answers<IReadOnlyList<DemoPersona>>(StatusCodes.Status200OK, DemoPersonas.All.Take(1).ToList());
}
