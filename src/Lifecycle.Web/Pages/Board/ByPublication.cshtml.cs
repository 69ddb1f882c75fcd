using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Board;

/// <summary>What became of each report?</summary>
internal sealed class ByPublicationModel(Viewer viewer, Reads reads) : PageModel
{
    public const int Size = 50;

    public Whose Whose { get; private set; } = null!;

    public int Number { get; private set; }

    public Page<PublicationSummary> Publications { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? body, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (Whose.Of(viewer.Caller, body) is not { } whose) return NotFound();
        (Whose, Number) = (whose, Math.Clamp(number ?? 1, 1, Paging.MaxNumber));
        Publications = await reads.PublicationsAsync(
            viewer.Caller, new PublicationFilter(Body: whose.Body), viewer.AsOf, new Paging(Number, Size), cancellation);
        return Page();
    }

    /// <summary>Records of a report that have one of these statuses.</summary>
    public static long Of(PublicationSummary publication, params Status[] statuses) =>
        statuses.Sum(status => publication.ByStatus.GetValueOrDefault(status));

    /// <summary>The figures of a report, in the order of the columns.</summary>
    public static IReadOnlyList<long> Figures(PublicationSummary publication) =>
    [
        publication.Made,
        publication.ByStatus.Values.Sum(),
        publication.Relevant,
        publication.Claimed,
        Of(publication, Status.Raised, Status.InProgress, Status.StepsEvidenced),
        Of(publication, Status.ClosureRecommended),
        Of(publication, Status.SignedOff),
        Of(publication, Status.ClosedNotApplicable, Status.Superseded, Status.Withdrawn),
    ];

    /// <summary>What each figure is.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "Made", "Addressed here", "Relevant", "Implemented, as the force claims", "In hand", "Awaiting sign-off", "Signed off", "Closed otherwise",
    ];
}
