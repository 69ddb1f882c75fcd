using Lifecycle.Api.Problems;

namespace Lifecycle.Web.StartUp;

/// <summary>Whether the start-up is through. Until then the API answers with 503 and when to try again.</summary>
internal sealed class Readiness
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void Ready() => _ready = true;
}

/// <summary>Keeps requests from a service that is still starting.</summary>
internal static class ReadinessGate
{
    public static void UseReadiness(this IApplicationBuilder app)
    {
        var readiness = app.ApplicationServices.GetRequiredService<Readiness>();
        app.Use((context, next) => readiness.IsReady || !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? next(context)
            : ServiceProblems.Starting.ExecuteAsync(context));
    }
}
