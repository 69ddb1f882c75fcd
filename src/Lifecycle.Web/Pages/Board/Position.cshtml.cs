using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Board;

/// <summary>How many are open, of which kind, level, status and rating, since when, and how did that change?</summary>
internal sealed class PositionModel(Viewer viewer, Reads reads) : PageModel
{
    private static readonly Status[] OpenStatuses = [.. Enum.GetValues<Status>().Where(status => status.IsOpen())];

    /// <summary>How far a trend reaches back, and how many months lie between its points.</summary>
    public static IReadOnlyList<(int Months, int Step, string Text)> Spans { get; } = [(12, 1, "1 year"), (24, 2, "2 years"), (60, 5, "5 years")];

    public Whose Whose { get; private set; } = null!;

    public int Months { get; private set; }

    /// <summary>For each kind, what was counted beside what was declared; of all bodies together, only what was counted.</summary>
    public IReadOnlyList<PositionTotal> Totals { get; private set; } = [];

    public IReadOnlyList<DeclaredApart> Apart { get; private set; } = [];

    public Trend Trend { get; private set; } = null!;

    public IReadOnlyList<CrossTable> Tables { get; private set; } = [];

    public bool NothingHeld => Totals.All(total => total.Itemised is null);

    public async Task<IActionResult> OnGetAsync(string? body, int span, CancellationToken cancellation)
    {
        if (Whose.Of(viewer.Caller, body) is not { } whose) return NotFound();
        Whose = whose;
        var (months, step, _) = Spans.FirstOrDefault(one => one.Months == span, Spans[0]);
        Months = months;
        // Beside each other: none of the three needs another's answer.
        var (caller, asOf) = (viewer.Caller, viewer.AsOf);
        var position = whose.Body is null ? null : reads.PositionAsync(caller, [], whose.Bodies, asOf, cancellation);
        var trend = reads.TrendAsync(caller, whose.Bodies, Days(months, step), asOf.KnownAt, cancellation);
        var open = reads.OpenRecordsAsync(caller, whose.Bodies, asOf, cancellation);
        await Task.WhenAll(position ?? Task.CompletedTask, trend, open);
        Trend = await trend;
        if (position is null) Totals = Together(Trend.Points.Where(point => point.Day == asOf.AsAt));
        else (_, Totals, Apart) = await position;
        Tables = NothingHeld ? [] : Crossed(await open);
        return Page();
    }

    private DateOnly[] Days(int months, int step) =>
        [.. Enumerable.Range(0, (months / step) + 1).Select(at => viewer.AsOf.AsAt.AddMonths(-step * at))];

    // What papers print of single bodies is no total of all: the others have printed nothing for that day.
    private static List<PositionTotal> Together(IEnumerable<TrendPoint> ofDay) =>
        [.. ofDay.Select(point => new PositionTotal("", point.Kind, point.Open, null, null))];

    private List<CrossTable> Crossed(OpenRecords open)
    {
        var kinds = Totals.Select(total => (total.Kind, Held: total.Itemised is not null)).ToList();
        return
        [
            CrossTable.Of("Open records by status", kinds, OpenStatuses, Wording.Of, (kind, status) => Open(kind, group => group.Status == status), Listed),
            CrossTable.Of<int?>("Open records by level", kinds, [1, 2, 3, 4, null], Wording.Level, (kind, level) => Open(kind, group => group.Level == level)),
            CrossTable.Of("Open records by age since they were raised", kinds, [.. Enum.GetValues<AgeBand>().Reverse()], BoardWording.Of,
                (kind, band) => open.Ages.Where(group => group.Kind == kind && group.Band == band).Sum(group => group.Open)),
            CrossTable.Of<Rag?>("Open records by the force's own rating", kinds, [Rag.Red, Rag.Amber, Rag.Green, null], Wording.Of,
                (kind, rag) => open.Ratings.Where(group => group.Kind == kind && group.Rag == rag).Sum(group => group.Open)),
        ];

        long Open(RecordKind kind, Func<PositionGroup, bool> which) => open.Groups.Where(group => group.Kind == kind && which(group)).Sum(group => group.Open);

        string Listed(RecordKind kind, Status status) =>
            viewer.Links.Register(("body", Whose.Body), ("kind", Words.Of(kind)), ("status", Words.Of(status)));
    }
}
