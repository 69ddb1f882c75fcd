using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>What happened, who entered it and when?</summary>
internal sealed class HistoryModel(Reads reads, Viewer viewer) : PageModel
{
    public const int Size = 20;

    private RecommendationReplay _life = null!;

    public Recommendation State => _life.State!;

    public int Total => _life.Steps.Count;

    public bool OldestFirst { get; private set; }

    public int Number { get; private set; } = 1;

    public IReadOnlyList<TellingShown> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        string reference, [FromQuery] string? order, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await reads.ReplayAsync(viewer.Caller, reference, viewer.AsOf, cancellation) is not { State: not null } life)
            return await this.NotThereAsync(reads, viewer, reference, cancellation);
        (_life, OldestFirst, Number) = (life, order == "oldest", number ?? 1);
        if (Number < 1 || (Number - 1L) * Size >= Total)
            return NotFound();
        var first = (Number - 1) * Size;
        Items =
        [
            .. Enumerable.Range(first, Math.Min(Size, Total - first))
                .Select(place => TellingShown.Of(life, OldestFirst ? place + 1 : Total - place)),
        ];
        return Page();
    }

    /// <summary>The address of a page in this order.</summary>
    public string Address(int number) => viewer.Links.History(
        State.Reference, ("order", OldestFirst ? "oldest" : null),
        ("page", number == 1 ? null : number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public string OtherOrder => viewer.Links.History(State.Reference, ("order", OldestFirst ? null : "oldest"));
}
