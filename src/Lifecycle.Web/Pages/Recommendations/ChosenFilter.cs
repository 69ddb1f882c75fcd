using System.Globalization;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>One thing that narrows the list, in words, and the address of the list without it.</summary>
internal sealed record ChosenFilter(string Field, string Text, string Remove)
{
    public static IReadOnlyList<ChosenFilter> Of(RegisterQuery query, RegisterFacets facets, Links links) =>
    [
        .. from one in query.Chosen
           where one.Name != "sort"
           select new ChosenFilter(
               FilterForm.Label(one.Name), InWords(one.Name, one.Value, facets), links.Register(query.Without(one.Name, one.Value))),
    ];

    /// <param name="facets">Where publications have their titles from; null tells them by their id.</param>
    public static string InWords(string field, string value, RegisterFacets? facets) => field switch
    {
        "kind" => Wording.Of(Words.Parse<RecordKind>(value)),
        "status" => Wording.Of(Words.Parse<Status>(value)),
        "rag" => Wording.Of(value == "unrated" ? null : Words.Parse<Rag>(value)),
        "level" => value == "unknown" ? "Not known" : value,
        "body" => Wording.Body(value),
        "open" => value == "true" ? "Open" : "Closed",
        "overdue" => value switch { "true" => "Overdue", "false" => "Not overdue", _ => "Overdue without explanation" },
        "dueBefore" => Wording.Of(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        "publication" => facets?.Publications.Choices.FirstOrDefault(one => one.Value == value)?.Title ?? value,
        _ => value,
    };
}
