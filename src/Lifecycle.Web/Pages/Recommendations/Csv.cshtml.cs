using System.Text;
using Lifecycle.Application;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>Exactly the records that the register shows, in its order, as a file; sent as it is read, however long.</summary>
internal sealed class CsvModel(Viewer viewer, Reads reads) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var query = RegisterQuery.Read(Request.Query, ModelState);
        if (!ModelState.IsValid) return BadRequest();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        // With the mark at its beginning, spreadsheets read the file as UTF-8.
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Of(RegisterLine.Heads));
        await foreach (var row in reads.ExportAsync(viewer.Caller, query.Filter, viewer.AsOf, query.Sort, cancellation))
            await writer.WriteAsync(CsvLine.Of(RegisterLine.Of(row, viewer.AsOf.AsAt)));
        return new EmptyResult();
    }

    private string FileName => viewer.AsOf is { KnownAt: { } moment, AsAt: var day }
        ? $"register-{PointInTime.Of(day)}-known-{moment.UtcDateTime:yyyy-MM-dd'T'HHmmss'Z'}.csv"
        : $"register-{PointInTime.Of(viewer.AsOf.AsAt)}.csv";
}
