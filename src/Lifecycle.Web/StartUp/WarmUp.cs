using Lifecycle.Application;

namespace Lifecycle.Web.StartUp;

/// <summary>Makes the first pages as quick as the later ones. Begins when the service is ready, so that nobody waits for it.</summary>
internal sealed partial class WarmUp(FirstReads reads, Readiness readiness, ILogger<WarmUp> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!readiness.IsReady)
                await Task.Delay(BetweenLooks, stoppingToken);
            await reads.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops before all is warm.
        }
        catch (Exception e)
        {
            // Whoever asks next meets the same trouble, and is told; it is no reason for the service to end.
            Cold(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The first pages will take longer.")]
    private partial void Cold(Exception trouble);
}
