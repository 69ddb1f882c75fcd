using Lifecycle.Application;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lifecycle.Web.StartUp;

/// <summary>Signs checkpoints of the history for as long as the service runs, once the database is in place.</summary>
internal sealed partial class Checkpoints(LedgerDesk ledger, Readiness readiness, ILogger<Checkpoints> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!readiness.IsReady)
                await Task.Delay(BetweenLooks, stoppingToken);
            await ledger.KeepSigningAsync(NotSigned, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops, perhaps before it was ready.
        }
    }

    private void NotSigned(Exception failed) => NotSigned(failed.Message);

    [LoggerMessage(LogLevel.Error, "No checkpoint of the history is signed: {Reason}")]
    private partial void NotSigned(string reason);
}

/// <summary>The service works without checkpoints, but whoever watches it has to know.</summary>
internal sealed class LedgerHealth(LedgerDesk ledger) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ledger.Refusal is { } reason
            ? HealthCheckResult.Degraded($"No checkpoint of the history is signed: {reason}")
            : HealthCheckResult.Healthy());
}
