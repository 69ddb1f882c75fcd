using System.Net.Mime;
using Lifecycle.Api.Problems;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.StartUp;

/// <summary>Whether the start-up is through. Until then API and pages answer with 503 and when to try again.</summary>
internal sealed class Readiness
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void Ready() => _ready = true;
}

/// <summary>Keeps requests from a service that is still starting.</summary>
internal static class ReadinessGate
{
    private const string SecondsBetweenTries = "5";

    /// <summary>After the files that every page needs, before everything that asks the database.</summary>
    public static void UseReadiness(this WebApplication app)
    {
        var (readiness, files) = (app.Services.GetRequiredService<Readiness>(), app.Environment.WebRootFileProvider);
        app.Use((context, next) =>
            readiness.IsReady ? next(context)
            : context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? ServiceProblems.Starting.ExecuteAsync(context)
            : !SiteSetup.Owns(context) ? next(context)
            : SayAsync(context.Response, files.GetFileInfo("starting.html")));
    }

    private static Task SayAsync(HttpResponse response, Microsoft.Extensions.FileProviders.IFileInfo page)
    {
        (response.StatusCode, response.ContentType) = (StatusCodes.Status503ServiceUnavailable, $"{MediaTypeNames.Text.Html}; charset=utf-8");
        response.Headers.RetryAfter = SecondsBetweenTries;
        response.Headers["Refresh"] = SecondsBetweenTries;
        return response.SendFileAsync(page);
    }
}
