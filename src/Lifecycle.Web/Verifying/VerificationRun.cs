using System.Threading.Channels;
using Lifecycle.Application;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Verifying;

/// <summary>One verification of the history at a time, for whoever asked first; it goes on whoever still looks, and its result is kept in the database.</summary>
internal sealed partial class VerificationRun(HistoryVerification verification, ILogger<VerificationRun> logger) : BackgroundService
{
    private readonly Channel<(Caller Caller, bool ReadModels)> _asked =
        Channel.CreateBounded<(Caller, bool)>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile VerifyProgress? _progress;
    private volatile string? _failure;

    /// <summary>How far the running one is; null when none runs.</summary>
    public VerifyProgress? Progress => _progress;

    /// <summary>Why the last one came to no result; null when it did.</summary>
    public string? Failure => _failure;

    /// <summary>Starts one, unless one runs already.</summary>
    public void Start(Caller caller, bool readModels)
    {
        if (_progress is not null || !_asked.Writer.TryWrite((caller, readModels))) return;
        (_failure, _progress) = (null, new("Events", 0, 0));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (caller, readModels) in _asked.Reader.ReadAllAsync(stoppingToken))
                await RunAsync(caller, readModels, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Ends quietly when the service stops, also while it is still starting.
        }
    }

    private async Task RunAsync(Caller caller, bool readModels, CancellationToken cancellation)
    {
        try
        {
            await verification.RunAsync(caller, Outside.Nothing, readModels, new Told<VerifyProgress>(at => _progress = at), cancellation);
        }
        catch (RebuildRunningException running)
        {
            _failure = running.Message;
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Failed(failed);
            _failure = "It broke off. That says nothing about the history. Start it again.";
        }
        finally
        {
            _progress = null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Verifying the history broke off")]
    private partial void Failed(Exception failed);
}
