using Lifecycle.Application;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lifecycle.Web.StartUp;

/// <summary>Ready means: the start-up is through, and the database answers.</summary>
internal sealed class DatabaseHealth(EventFeed feed, Readiness readiness) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!readiness.IsReady)
            return HealthCheckResult.Unhealthy("The service is starting.");
        try
        {
            await feed.HeadAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
