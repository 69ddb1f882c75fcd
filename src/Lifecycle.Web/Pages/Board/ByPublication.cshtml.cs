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

    private ILookup<string, DeclaredApart> _apart = null!;

    public Whose Whose { get; private set; } = null!;

    public int Number { get; private set; }

    public Page<PublicationSummary> Publications { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? body, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (Whose.Of(viewer.Caller, body) is not { } whose) return NotFound();
        (Whose, Number) = (whose, Math.Clamp(number ?? 1, 1, Paging.MaxNumber));
        // Beside each other: neither needs the other's answer.
        var publications = reads.PublicationsAsync(
            viewer.Caller, new PublicationFilter(Body: whose.Body), viewer.AsOf, new Paging(Number, Size), cancellation);
        var apart = reads.DeclaredApartAsync(viewer.Caller, whose.Bodies, viewer.AsOf, cancellation);
        await Task.WhenAll(publications, apart);
        Publications = await publications;
        _apart = (await apart).Where(one => one.Subject == whose.Body || one.Subject == "national" || whose.Body is null)
            .ToLookup(one => one.Publication);
        return Page();
    }

    /// <summary>What the report counts and the register does not hold, in words; null when there is no such count.</summary>
    public string? NotHeld(PublicationSummary publication) => !_apart.Contains(publication.Publication) ? null
        : $"It counts {string.Join(", ", _apart[publication.Publication].Select(Counted))}.";

    private string Counted(DeclaredApart apart)
    {
        var kind = (apart.Declared == 1 ? Wording.Of(apart.Kind) : Wording.Plural(apart.Kind)).ToLowerInvariant();
        var whom = apart.Subject == "national" ? " for anybody" : apart.Subject == Whose.Body ? "" : $" for {Wording.Body(apart.Subject)}";
        return $"{apart.Declared} {kind}{whom} ({(apart.Held == 0 ? "none" : apart.Held)} held)";
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
        "Made", "Here", "Relevant", "Claimed", "In hand", "Awaiting sign-off", "Signed off", "Closed otherwise",
    ];
}
