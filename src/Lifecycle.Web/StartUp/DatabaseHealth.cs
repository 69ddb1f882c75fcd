using Lifecycle.Application;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lifecycle.Web.StartUp;

/// <summary>Ready means: the database answers and holds our schema.</summary>
internal sealed class DatabaseHealth(EventFeed feed) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
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
