using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Lifecycle.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Publications;

/// <summary>What was published in these months?</summary>
internal sealed class ListModel(Reads reads, Viewer viewer) : PageModel
{
    public const int Size = 25;

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string? Body { get; private set; }

    public int Number { get; private set; } = 1;

    /// <summary>Null when the window cannot be read.</summary>
    public Page<PublicationSummary>? Found { get; private set; }

    public bool IsNarrowed => From is not null || To is not null || Body is not null;

    /// <summary>Whose records are counted, in words.</summary>
    public string CountedFor => Body is { } body ? Wording.Body(body)
        : viewer.Caller.Sees is [var only] ? Wording.Body(only) : "every body";

    public static IEnumerable<Choice> BodyChoices { get; } =
        [.. Bodies.All.Where(body => body.Kind != BodyKind.Inspectorate).OrderBy(body => body.Name, StringComparer.Ordinal).Select(body => new Choice(body.Id, body.Name))];

    public async Task<IActionResult> OnGetAsync(
        string? from, string? to, string? body, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        (From, To, Body) = (Entered(from), Entered(to), Entered(body) is { } id && Bodies.Find(id) is not null ? id : null);
        Number = Math.Clamp(number ?? 1, 1, Paging.MaxNumber);
        var (first, last) = (Day(nameof(from), From), Day(nameof(to), To));
        if (first > last) ModelState.AddModelError(nameof(to), "The last day must be the same as or after the first day.");
        if (!ModelState.IsValid) return Page();
        Found = await reads.PublicationsAsync(viewer.Caller, new PublicationFilter(first, last, Body), viewer.AsOf, new Paging(Number, Size), cancellation);
        return Page();
    }

    public string Address(int page) => viewer.Links.Publications(("from", From), ("to", To), ("body", Body), ("page", $"{page}"));

    private DateOnly? Day(string name, string? text)
    {
        if (text is null) return null;
        var day = PointInTime.Day(text);
        if (day is null) ModelState.AddModelError(name, $"'{text}' is not a day. Enter day, month and year, for example 1/5/2025.");
        return day;
    }

    private static string? Entered(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
