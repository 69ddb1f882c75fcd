using Lifecycle.ReadModels;
using Lifecycle.Web.BringIn;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.BringIn;

/// <summary>What would this upload add, how far is it, and what did it add? The same address through all stages, so that a reload loses nothing.</summary>
internal sealed class ShowModel(HeldUploads uploads, Viewer viewer) : PageModel
{
    public const int Size = 50;

    /// <summary>Null when it is no longer held.</summary>
    public HeldUpload? Held { get; private set; }

    public Stage? Stage { get; private set; }

    /// <summary>Of the list of problems.</summary>
    public int Number { get; private set; } = 1;

    public void OnGet(string token, [FromQuery(Name = "page")] int? number)
    {
        Held = uploads.Find(viewer.Caller, token);
        Stage = Held?.Stage;
        Number = Math.Clamp(number ?? 1, 1, Paging.MaxNumber);
        if (Held is null) Response.StatusCode = StatusCodes.Status404NotFound;
        if (Stage is Stage.Checking or Stage.Importing) LookAgain.Soon(Response);
    }

    public IActionResult OnPostImport(string token)
    {
        if (uploads.Find(viewer.Caller, token) is { } held) uploads.Import(held);
        return Redirect(Links.BroughtIn(token));
    }

    public IActionResult OnPostDiscard(string token)
    {
        if (uploads.Find(viewer.Caller, token) is { } held) uploads.Discard(held);
        return Redirect(Links.BringIn);
    }
}
