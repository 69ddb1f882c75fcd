using Lifecycle.Application;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Option = Lifecycle.Web.TagHelpers.Choice;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>The fields of the filter, with how many records each choice would show. What would show none is left out, unless it is chosen.</summary>
internal sealed class FilterForm(RegisterQuery query, RegisterFacets facets, Caller caller)
{
    public RegisterQuery Query => query;

    /// <summary>As people write a day.</summary>
    public string? DueBefore => query.Filter.DueBefore is { } day ? $"{day.Day}/{day.Month}/{day.Year}" : null;

    /// <summary>For people of one force there is nothing to choose.</summary>
    public bool HasBodies => caller.Sees is null;

    public IEnumerable<Option> Open =>
    [
        new("", $"All ({Wording.Number(facets.Open + facets.Closed)})"),
        new("true", $"Open ({Wording.Number(facets.Open)})"), new("false", $"Closed ({Wording.Number(facets.Closed)})"),
    ];

    public IEnumerable<Option> Overdue =>
    [
        new("", "Any"), new("true", $"Overdue ({Wording.Number(facets.Overdue)})"),
        new("unexplained", $"Overdue without explanation ({Wording.Number(facets.Unexplained)})"),
        .. query.One("overdue") == "false" ? [new Option("false", "Not overdue")] : Array.Empty<Option>(),
    ];

    public IEnumerable<Option> Statuses => Choices("status", facets.Statuses, Words.Of, Wording.Of);

    public IEnumerable<Option> Kinds => Choices("kind", facets.Kinds, Words.Of, Wording.Of);

    public IEnumerable<Option> Levels => Choices("level", facets.Levels, level => level is null ? "unknown" : $"{level}", level => level is null ? "Not known" : $"Level {level}");

    public IEnumerable<Option> Rags => Choices("rag", facets.Rags, rag => rag is { } rated ? Words.Of(rated) : "unrated", Wording.Of);

    /// <summary>By name: whoever looks for a force knows what it is called.</summary>
    public IEnumerable<Option> InBodies => Choices(
        "body", [.. facets.Bodies.Choices.OrderBy(one => Wording.Body(one.Value), StringComparer.Ordinal).Select(one => new Choice<string>(one.Value, one.Count))],
        id => id, Wording.Body);

    public IEnumerable<Option> Publications => Named("publication", facets.Publications);

    /// <summary>How many publications are not among the choices.</summary>
    public long MorePublications => facets.Publications.InAll - facets.Publications.Choices.Count;

    public IEnumerable<Option> Owners => Named("owner", facets.Owners);

    public IEnumerable<Option> Boards => Named("board", facets.Boards);

    public static string Label(string field) => field switch
    {
        "q" => "Words",
        "open" => "Open or closed",
        "overdue" => "Deadline",
        "dueBefore" => "Due before",
        "publication" => "Publication",
        "owner" => "Owner",
        "board" => "Board",
        "parent" => "Answers",
        "status" => "Status",
        "kind" => "Kind",
        "level" => "Level",
        "rag" => "Rating",
        "sort" => "Order",
        "body" => "Body",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private IEnumerable<Option> Named(string field, NamedChoices named) =>
    [
        .. named.Choices.Select(one => new Option(one.Value, $"{one.Title ?? one.Value} ({Wording.Number(one.Count)})")),
        .. (query.All(field) ?? []).Where(value => named.Choices.All(one => one.Value != value)).Select(value => new Option(value, $"{value} (0)")),
    ];

    private IEnumerable<Option> Choices<T>(string field, IReadOnlyList<Choice<T>> counted, Func<T, string> word, Func<T, string> text) =>
    [
        .. counted.Where(one => one.Count > 0).Select(one => new Option(word(one.Value), $"{text(one.Value)} ({Wording.Number(one.Count)})")),
        .. (query.All(field) ?? []).Where(value => counted.All(one => one.Count == 0 || word(one.Value) != value))
            .Select(value => new Option(value, $"{ChosenFilter.InWords(field, value, null)} (0)")),
    ];
}
