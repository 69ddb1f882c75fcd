using Lifecycle.Application;
using Lifecycle.ReadModels;
using Lifecycle.Web.Pages.Grades;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Publications;

/// <summary>What did this report ask, of whom, and what became of it?</summary>
internal sealed class ShowModel(Reads reads, Viewer viewer) : PageModel
{
    public const int Size = 25;

    /// <summary>The grades of more bodies than this have a page of their own.</summary>
    public const int FewBodies = 5;

    public PublicationSummary Summary { get; private set; } = null!;

    public IReadOnlyList<BodyStanding> Standings { get; private set; } = [];

    public IReadOnlyList<PrintedCount> Counts { get; private set; } = [];

    public IReadOnlyList<GradeTable> Grades { get; private set; } = [];

    public int GradedBodies { get; private set; }

    public IReadOnlyList<string> GradedCycles { get; private set; } = [];

    public Page<RegisterRow> Records { get; private set; } = new([], 0);

    /// <summary>The body whose records are listed; null is all that the viewer may see.</summary>
    public string? Body { get; private set; }

    public int Number { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(string id, string? body, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await reads.PublicationAsync(viewer.Caller, id, viewer.AsOf, cancellation) is not { } paper) return NotFound();
        Summary = paper.Summary;
        Standings = BodyStanding.Of(await reads.PublicationStandingAsync(viewer.Caller, id, viewer.AsOf, cancellation));
        Counts = [.. paper.Counts.Select(count => PrintedCount.Of(count, Standings, Summary.Made, viewer.Caller.MaySee))];
        (GradedBodies, GradedCycles) = (paper.Grades.Select(cell => cell.Body).Distinct().Count(), [.. paper.Grades.Select(cell => cell.Cycle).Distinct()]);
        Grades = GradedBodies == 1 ? GradeTable.ByArea(paper.Grades, "Grades") : GradeTable.ByBody(paper.Grades, "Grades", Wording.Body);
        (Body, Number) = (Standings.Any(one => one.Body == body) ? body : null, Math.Clamp(number ?? 1, 1, Paging.MaxNumber));
        var filter = new RegisterFilter(Bodies: Body is null ? null : [Body], Publication: id);
        Records = await reads.SearchAsync(viewer.Caller, filter, viewer.AsOf, RegisterSort.Reference, new Paging(Number, Size), cancellation);
        return Page();
    }

    public string Address(int page) => $"{viewer.Links.Publication(Summary.Publication, ("body", Body), ("page", $"{page}"))}#records";
}
