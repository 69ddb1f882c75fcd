using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>What to answer when there is no such record at the point in time that one looks at.</summary>
internal static class NotThere
{
    /// <summary>Tells apart a record that was not there yet from one that one may not know of.</summary>
    public static async Task<IActionResult> NotThereAsync(
        this PageModel page, Reads reads, Viewer viewer, string reference, CancellationToken cancellation) =>
        !viewer.AsOf.IsNow && await reads.RecordAsync(viewer.Caller, reference, new AsOf(viewer.Today), cancellation) is { } record
            ? new ViewResult
            {
                ViewName = "/Pages/Recommendations/NotThere.cshtml",
                StatusCode = StatusCodes.Status404NotFound,
                ViewData = new ViewDataDictionary<Recommendation>(page.ViewData, record),
            }
            : page.NotFound();
}
