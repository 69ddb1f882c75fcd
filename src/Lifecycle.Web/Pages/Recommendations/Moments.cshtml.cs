using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>What differs between two moments?</summary>
internal sealed class MomentsModel(Reads reads, Viewer viewer) : PageModel
{
    public Recommendation State { get; private set; } = null!;

    /// <summary>The two points in both times, in the order in which they were given.</summary>
    public AsOf First { get; private set; } = null!;

    public AsOf Second { get; private set; } = null!;

    public IReadOnlyList<FactAtTwoMoments> Facts { get; private set; } = [];

    /// <summary>How many facts differ.</summary>
    public int Differing => Facts.Count(fact => fact.Differs);

    public async Task<IActionResult> OnGetAsync(
        string reference, [FromQuery] string? asAt1, [FromQuery] string? knownAt1, [FromQuery] string? asAt2, [FromQuery] string? knownAt2,
        CancellationToken cancellation)
    {
        if (await reads.ReplayAsync(viewer.Caller, reference, viewer.AsOf, cancellation) is not { State: { } state } life)
            return await this.NotThereAsync(reads, viewer, reference, cancellation);
        State = state;
        First = PointOf("1", asAt1, knownAt1, BeforeTheLast(life));
        Second = PointOf("2", asAt2, knownAt2, viewer.AsOf.AsAt);
        if (ModelState.IsValid)
            Facts = FactAtTwoMoments.Of(await AtAsync(reference, First, cancellation), await AtAsync(reference, Second, cancellation));
        return Page();
    }

    private Task<Recommendation?> AtAsync(string reference, AsOf point, CancellationToken cancellation) =>
        reads.RecordAsync(viewer.Caller, reference, point, cancellation);

    // Unless asked otherwise, the page shows what the last day brought.
    private static DateOnly BeforeTheLast(RecommendationReplay life) =>
        life.Steps[^1].Recorded.EffectiveOn is var last && last > DateOnly.MinValue ? last.AddDays(-1) : last;

    private AsOf PointOf(string which, string? asAt, string? knownAt, DateOnly usual)
    {
        DateOnly? day = string.IsNullOrWhiteSpace(asAt) ? usual : PointInTime.Day(asAt);
        DateTimeOffset? moment = string.IsNullOrWhiteSpace(knownAt) ? null : PointInTime.Moment(knownAt);
        if (day is null)
            ModelState.AddModelError($"asAt{which}", "Enter a day, for example 4/9/2023");
        if (moment is null && !string.IsNullOrWhiteSpace(knownAt))
            ModelState.AddModelError($"knownAt{which}", "Enter a day, for example 4/9/2023, or a moment, for example 2023-09-04T17:00:00Z");
        return new AsOf(viewer.Today, day, moment);
    }
}
