using Lifecycle.Application;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>Which records are there?</summary>
internal sealed class ListModel(Viewer viewer, Reads reads) : PageModel
{
    public const int Size = 50;

    public RegisterQuery Query { get; private set; } = null!;

    /// <summary>Null while the address asks for what there is not.</summary>
    public RegisterPage? Found { get; private set; }

    public FilterForm? Form { get; private set; }

    public IReadOnlyList<ChosenFilter> Chosen { get; private set; } = [];

    public IReadOnlyList<ListColumn> Columns => ListColumn.Of(Query, viewer.Links);

    public string OrderInWords => ListColumn.InWords(Query.Sort);

    /// <summary>What an empty list says.</summary>
    public string Nothing => Found!.Rows.Total > 0 ? "There are no records on this page. Go back to the first page of the list."
        : Chosen.Count > 0 ? "Remove a filter, or search for other words."
        : viewer.AsOf.IsNow ? "There are no records in the register yet."
        : "There were no records at that point in time.";

    /// <summary>The place of the first record shown, in the whole list.</summary>
    public long First => ((Number - 1) * Size) + 1;

    public int Number { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        Query = RegisterQuery.Read(Request.Query, ModelState);
        Number = Math.Clamp(number ?? 1, 1, Paging.MaxNumber);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (!Query.IsTidy(Request.Query)) return LocalRedirect(viewer.Links.Register(Of(Number)));
        Found = await reads.RegisterAsync(viewer.Caller, Query.Filter, viewer.AsOf, Query.Sort, new Paging(Number, Size), cancellation);
        Form = new FilterForm(Query, Found.Facets, viewer.Caller);
        Chosen = ChosenFilter.Of(Query, Found.Facets, viewer.Links);
        return Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Address(int number) => viewer.Links.Register(Of(number));

    private (string, string?)[] Of(int number) => Query.With("page", number == 1 ? null : $"{number}");
}
