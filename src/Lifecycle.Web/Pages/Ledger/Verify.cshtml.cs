using Lifecycle.Application;
using Lifecycle.Web.Site;
using Lifecycle.Web.Verifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Ledger;

/// <summary>Was anything in the history altered?</summary>
internal sealed class VerifyModel(HistoryVerification verification, VerificationRun run, LedgerDesk ledger, Viewer viewer) : PageModel
{
    private const int Shown = 10;

    /// <summary>Why the viewer may not; null when they may.</summary>
    public string? Forbidden => Permissions.Check(viewer.Caller, Permissions.Verify)?.Message;

    /// <summary>How far the running one is; null when none runs.</summary>
    public VerifyProgress? Progress { get; private set; }

    public string? Failure => run.Failure;

    /// <summary>Why no checkpoint is signed at the moment; null when all is well.</summary>
    public string? NotSigning => ledger.Refusal;

    /// <summary>The newest signed checkpoint; null when none was signed yet.</summary>
    public string? Checkpoint { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<KeptVerification> Kept { get; private set; } = [];

    public KeptVerification? Last => Kept.FirstOrDefault(kept => kept.Report is not null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Forbidden is not null)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        Progress = run.Progress;
        Checkpoint = await ledger.CheckpointAsync(cancellation);
        Kept = await verification.LatestAsync(Shown, cancellation);
        if (Progress is not null) LookAgain.Soon(Response);
    }

    public IActionResult OnPost([FromForm] bool readModels)
    {
        if (Forbidden is null) run.Start(viewer.Caller, readModels);
        return LocalRedirect(Links.Verify);
    }
}
