using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Lifecycle.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Grades;

/// <summary>How were we judged, on which scale? One force over its assessments, or one assessment over its forces.</summary>
internal sealed class ShowModel(Reads reads, Viewer viewer) : PageModel
{
    public string? Body { get; private set; }

    /// <summary>As chosen; null shows the latest of all forces, or all of one.</summary>
    public string? Cycle { get; private set; }

    public IReadOnlyList<GradeCycle> Cycles { get; private set; } = [];

    public IReadOnlyList<GradeTable> Tables { get; private set; } = [];

    public bool MixesScales => Tables.Select(table => table.Scale).Distinct().Count() > 1;

    public IEnumerable<Choice> CycleChoices => Cycles.GroupBy(one => one.Cycle).Select(group =>
        new Choice(group.Key, $"{group.Key} ({Wording.Count(group.Sum(one => one.Bodies), "body", "bodies")})"));

    public static IEnumerable<Choice> BodyChoices { get; } =
        [.. Bodies.All.Where(body => body.Kind is BodyKind.TerritorialForce or BodyKind.OtherForce).OrderBy(body => body.Name, StringComparer.Ordinal).Select(body => new Choice(body.Id, body.Name))];

    public async Task OnGetAsync(string? body, string? cycle, CancellationToken cancellation)
    {
        Cycles = await reads.GradeCyclesAsync(viewer.Caller, viewer.AsOf, cancellation);
        Cycle = Cycles.Any(one => one.Cycle == cycle) ? cycle : null;
        // Without a choice, people of a force see their own force first; an empty choice is one.
        Body = BodyChoices.Any(one => one.Value == body) ? body : body is null && cycle is null && viewer.Caller.Sees is [var own] ? own : null;
        var shown = Body is null ? Cycle ?? Cycles.Select(one => one.Cycle).FirstOrDefault() : Cycle;
        if (Body is null && shown is null) return;
        var cells = await reads.GradesAsync(viewer.Caller, Body is null ? null : [Body], shown, viewer.AsOf, cancellation);
        Tables = Body is not null
            ? GradeTable.ByArea(cells, Wording.Body(Body))
            : GradeTable.ByBody(cells, $"Assessment {shown}", Wording.Body);
    }
}
