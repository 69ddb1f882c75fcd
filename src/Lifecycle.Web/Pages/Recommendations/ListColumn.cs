using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>The head of a column.</summary>
/// <param name="Address">Of the same list in the column's order; null when it has none, or is in that order.</param>
/// <param name="AriaSort">Which way the list goes by this column; null when it does not.</param>
internal sealed record ListColumn(string Name, string Text, string? Address, string? AriaSort)
{
    public static IReadOnlyList<ListColumn> Of(RegisterQuery query, Links links)
    {
        return
        [
            One("record", "Reference", null, RegisterSort.Reference, "ascending"),
            One("level", "Level", "level", RegisterSort.Level, "descending"),
            One("status", "Status", "since", RegisterSort.StatusSince, "ascending"),
            new("rating", "Rating", null, null),
            One("due", "Due", "due", RegisterSort.Due, "ascending"),
            One("raised", "Raised", "raised", RegisterSort.Raised, "descending"),
        ];

        ListColumn One(string name, string text, string? word, RegisterSort sort, string way) => query.Sort == sort
            ? new(name, text, null, way)
            : new(name, text, links.Register(query.With("sort", word)), null);
    }

    /// <summary>The order of a list in words, for whoever cannot see an arrow.</summary>
    public static string InWords(RegisterSort sort) => sort switch
    {
        RegisterSort.Due => "soonest due first",
        RegisterSort.Raised => "newest first",
        RegisterSort.Level => "highest level first",
        RegisterSort.StatusSince => "longest in their status first",
        _ => "by reference",
    };
}
