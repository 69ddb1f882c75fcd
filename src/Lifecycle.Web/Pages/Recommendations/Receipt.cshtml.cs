using System.Text;
using Lifecycle.Application;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>The receipt of one event as a file: it proves, without this service, that the event was recorded just so.</summary>
internal sealed class ReceiptModel(Viewer viewer, Reads reads, LedgerDesk ledger) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, long version, CancellationToken cancellation)
    {
        // Events are listed in the order of their versions, so one of a page's length is the one of this version.
        if (version > Paging.MaxNumber
            || await reads.HistoryAsync(viewer.Caller, reference, viewer.AsOf, new Paging((int)version, 1), cancellation) is not { Items: [var entry] }
            || entry.Version != version)
            return NotFound();
        return await ledger.ProofAsync(viewer.Caller, entry.Position, null, cancellation) switch
        {
            Outcome<string>.Done { State: var receipt } => File(Encoding.UTF8.GetBytes(receipt), "text/plain; charset=utf-8", $"{reference}-{version}.tlog-proof"),
            Outcome<string>.Refused => StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => NotFound(),
        };
    }
}
