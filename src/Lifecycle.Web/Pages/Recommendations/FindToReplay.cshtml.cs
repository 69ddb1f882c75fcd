using Lifecycle.Application;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>Which record, day or moment do you want to see again?</summary>
internal sealed class FindToReplayModel(Reads reads, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery] string? reference, CancellationToken cancellation)
    {
        if (!Request.Query.ContainsKey(nameof(reference)))
            return Page();
        var sought = reference?.Trim() ?? "";
        if (sought.Length == 0)
            ModelState.AddModelError(nameof(reference), "Enter the reference of a record");
        else if (await reads.RecordAsync(viewer.Caller, sought, new AsOf(viewer.Today), cancellation) is { } record)
            return LocalRedirect(viewer.Links.Replay(record.Reference, 1));
        else
            ModelState.AddModelError(nameof(reference), "There is no record with this reference that you may see. Search for its words in the register");
        ModelState.SetModelValue(nameof(reference), reference, reference);
        return Page();
    }
}
