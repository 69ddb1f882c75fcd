using Lifecycle.Application;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Board;

/// <summary>What is overdue, why, and do others share it?</summary>
internal sealed class OverdueModel(Viewer viewer, Reads reads) : PageModel
{
    public const int Size = 50;

    public Whose Whose { get; private set; } = null!;

    public int Number { get; private set; }

    public OverduePage Overdue { get; private set; } = null!;

    /// <summary>Explained, and nobody has asked whether others share it.</summary>
    public long NotAsked => Overdue.Explained - Overdue.Shared - Overdue.NotShared;

    public async Task<IActionResult> OnGetAsync(string? body, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (Whose.Of(viewer.Caller, body) is not { } whose) return NotFound();
        (Whose, Number) = (whose, Math.Clamp(number ?? 1, 1, Paging.MaxNumber));
        Overdue = await reads.OverdueAsync(viewer.Caller, whose.Bodies, viewer.AsOf, new Paging(Number, Size), cancellation);
        return Page();
    }
}
