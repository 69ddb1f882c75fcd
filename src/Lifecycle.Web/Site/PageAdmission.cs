using System.Threading.RateLimiting;
using Lifecycle.Api.Limits;
using Microsoft.Extensions.Options;

namespace Lifecycle.Web.Site;

/// <summary>
/// Makes as many pages at once as can be made soon, and tells the rest that the service is busy before anything is spent on them.
/// Commands given on pages count here; the API's have a limit of their own.
/// </summary>
internal sealed class PageAdmission(RequestDelegate next, IOptions<ApiLimits> limits) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = limits.Value.PagesAtOnce,
        QueueLimit = limits.Value.PagesWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task InvokeAsync(HttpContext context)
    {
        // What says that something went wrong needs no place: it reads nothing.
        if (context.Request.Path == Links.Problem)
        {
            await next(context);
            return;
        }

        using var place = await _places.AcquireAsync(1, context.RequestAborted);
        if (place.IsAcquired) await next(context);
        else context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    public void Dispose() => _places.Dispose();
}
