using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Board;

/// <summary>How do we stand beside our most similar group, the region and the nation?</summary>
internal sealed class ComparedModel(Viewer viewer, Reads reads) : PageModel
{
    /// <summary>Whom one can be compared with, as the address says it.</summary>
    public static IReadOnlyList<(string Word, ComparedWith With, string Text)> Groups { get; } =
    [
        ("msg", ComparedWith.MostSimilarGroup, "Most similar group"), ("region", ComparedWith.Region, "Region"), ("all", ComparedWith.All, "All forces"),
    ];

    public Whose Whose { get; private set; } = null!;

    public string With { get; private set; } = "msg";

    public string Group => Groups.Single(group => group.Word == With).Text;

    /// <summary>Null when no body is chosen, or when nobody has said whom the group is made of.</summary>
    public Comparison.Compared? Compared { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? body, string? with, CancellationToken cancellation)
    {
        if (Whose.Of(viewer.Caller, body) is not { } whose) return NotFound();
        var group = Groups.FirstOrDefault(one => one.Word == with, Groups[0]);
        (Whose, With) = (whose, group.Word);
        if (whose.Body is not null)
            Compared = await reads.ComparisonAsync(viewer.Caller, whose.Body, group.With, viewer.AsOf, cancellation) as Comparison.Compared;
        return Page();
    }

    /// <summary>Where all the known figures come from; null when some are printed and some counted.</summary>
    public CountBasis? OneBasis => Compared!.Forces.SelectMany(force => force.Counts).Where(total => total.Value is not null)
        .Select(total => total.Basis).Distinct().ToList() is [var one] ? one : null;

    /// <summary>What papers print of averages for this very day.</summary>
    public IEnumerable<IGrouping<(string Position, string Name), DeclaredAverage>> Printed => Compared!.Declared
        .GroupBy(one => (one.Position, one.Subject == SubjectKind.NationalAverage ? "National average, as printed" : "Average of the group, as printed"));

    /// <summary>Where the body stands among those whose figure is known, in words; null when its own is not known.</summary>
    public string? Rank(RecordKind kind)
    {
        if (Own(kind) is not { } own) return null;
        var others = Compared!.Forces.Where(force => force.Body != Whose.Body).Select(force => Value(force, kind)).OfType<decimal>().ToList();
        return others.Count == 0
            ? $"{Wording.Plural(kind)}: {BoardWording.Figure(own)}. No other figure is known."
            : $"{Wording.Plural(kind)}: {BoardWording.Figure(own)}. Of the {others.Count} others known, {others.Count(other => other < own)} hold fewer and {others.Count(other => other > own)} hold more.";
    }

    public static decimal? Value(ComparedForce force, RecordKind kind) => Total(force, kind).Value;

    public static PositionTotal Total(ComparedForce force, RecordKind kind) => force.Counts.Single(total => total.Kind == kind);

    private decimal? Own(RecordKind kind) => Compared!.Forces.SingleOrDefault(force => force.Body == Whose.Body) is { } own ? Value(own, kind) : null;
}
