using System.Diagnostics;
using Lifecycle.Api;

namespace Lifecycle.Web.Observability;

/// <summary>
/// One line for each request: what was asked by its route (never the address as sent, which may hold anything), by whom as a
/// role (never the person), and how it went. The logger adds the trace id.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private static readonly object Route = new();

    /// <summary>Keeps what was asked for, where a page that explains a problem is shown in its place.</summary>
    public static void Remember(HttpContext context) => context.Items.TryAdd(Route, RouteOf(context));

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Write(context, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private void Write(HttpContext context, double elapsed)
    {
        var route = (context.Items.TryGetValue(Route, out var first) ? (string?)first : RouteOf(context))
            ?? (context.Response.StatusCode < 400 ? "(a file)" : "(no such address)");
        var role = Callers.Find(context.User)?.Role.ToString() ?? "nobody";
        var status = context.RequestAborted.IsCancellationRequested ? StatusCodes.Status499ClientClosedRequest : context.Response.StatusCode;
        var level = LevelOf(status);
        Log(logger, level, context.Request.Method, route, status, elapsed, role);
    }

    // Starting, stopping or busy is no error: the caller was told to come again.
    private static LogLevel LevelOf(int status) => status switch
    {
        StatusCodes.Status503ServiceUnavailable => LogLevel.Warning,
        >= 500 => LogLevel.Error,
        _ => LogLevel.Information,
    };

    private static string? RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    [LoggerMessage(Message = "{Method} {Route} answered {Status} in {Elapsed:0.0} ms for {Role}")]
    private static partial void Log(
        ILogger logger, LogLevel level, string method, string route, int status, double elapsed, string role);
}
