using Lifecycle.Application;
using Lifecycle.Application.Import;

namespace Lifecycle.Web.BringIn;

/// <summary>Checks and imports uploads, one after the other, whoever still looks. An import is stored at one stroke, so that a stop leaves all of it or nothing.</summary>
internal sealed partial class ImportWorker(HeldUploads uploads, RegisterImport import, ILogger<ImportWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ends quietly when the service stops, also while it is still starting.
        while (await uploads.Work.WaitToReadAsync(stoppingToken).AsTask().ContinueWith(waited => waited.IsCompletedSuccessfully && waited.Result, TaskScheduler.Default))
        {
            if (!uploads.Work.TryRead(out var held)) continue;
            try
            {
                held.Reach(held.Stage is Stage.Importing ? await ImportAsync(held, stoppingToken) : await CheckAsync(held, stoppingToken));
            }
            catch (Exception failed) when (failed is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(failed);
                held.Reach(new Stage.Broken());
            }
        }
    }

    private async Task<Stage> CheckAsync(HeldUpload held, CancellationToken cancellation)
    {
        var (documents, problems) = held.Files().Read();
        if (problems.Count > 0) return Stage.Wrong.Of(problems);
        var progress = new Told<ImportProgress>(at => held.Reach(new Stage.Checking(at.Done, at.Of)));
        var result = await import.RunAsync(held.Caller, documents, dryRun: true, progress, cancellation);
        return result.Problems.Count > 0 ? Stage.Wrong.Of(result.Problems) : new Stage.Checked(Contents.Of(documents), result);
    }

    private async Task<Stage> ImportAsync(HeldUpload held, CancellationToken cancellation)
    {
        var progress = new Told<ImportProgress>(at => held.Reach(new Stage.Importing(at.Done, at.Of)));
        var documents = held.Files().Read().Documents;
        var result = await import.RunAsync(held.Caller, documents, dryRun: false, progress, cancellation);
        return result.Problems.Count > 0 ? Stage.Wrong.Of(result.Problems) : new Stage.Imported(Contents.Of(documents), result);
    }

    [LoggerMessage(LogLevel.Error, "Bringing a register in broke off")]
    private partial void Failed(Exception failed);
}
