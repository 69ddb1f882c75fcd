using Lifecycle.Web.TagHelpers;

namespace Lifecycle.Web.Acting;

/// <summary>Which control a field is.</summary>
internal enum FieldKind
{
    /// <summary>One line.</summary>
    Text,
    /// <summary>Several lines.</summary>
    Area,
    Radios,
    Checkboxes,
    Select,
    Day,
    /// <summary>A file of which only name, type, size and digest are taken.</summary>
    File,
    /// <summary>Several rows of the same fields.</summary>
    Rows,
    /// <summary>Goes along unseen.</summary>
    Hidden,
}

/// <summary>One field of a form, as data.</summary>
/// <param name="Name">As in the API.</param>
internal sealed record ActField(FieldKind Kind, string Name, string Label)
{
    public string? Hint { get; init; }

    /// <summary>What the domain calls it in its refusals, for example "case for closure".</summary>
    public string Word { get; init; } = "";

    /// <summary>Codes of refusals that are about this field.</summary>
    public IReadOnlyList<string> Concerns { get; init; } = [];

    public Func<ActRecord, bool> Required { get; init; } = static _ => true;

    public Func<ActRecord, IReadOnlyList<Choice>> Choices { get; init; } = static _ => [];

    /// <summary>What stands in it before anybody has typed; several with commas between.</summary>
    public Func<ActRecord, string?> Initial { get; init; } = static _ => null;

    /// <summary>Lines of an area.</summary>
    public int Lines { get; init; } = 5;

    /// <summary>The fields of each row.</summary>
    public IReadOnlyList<ActField> Columns { get; init; } = [];

    /// <summary>What the rows hold at first, by the names of their fields.</summary>
    public Func<ActRecord, IReadOnlyList<IReadOnlyDictionary<string, string?>>> FirstRows { get; init; } = static _ => [];

    /// <summary>Rows that are shown when there is nothing yet.</summary>
    public int LeastRows { get; init; } = 1;

    /// <summary>What one row is called, for example "step".</summary>
    public string RowName { get; init; } = "";

    /// <summary>What to say when it is required and empty.</summary>
    public string Missing => Kind is FieldKind.Radios or FieldKind.Select or FieldKind.Checkboxes ? $"Choose the {Word}." : $"Enter the {Word}.";

    /// <summary>The label, which says so when nothing needs to be entered.</summary>
    public string LabelOn(ActRecord record) =>
        Required(record) || Kind is FieldKind.Rows or FieldKind.Hidden or FieldKind.Checkboxes ? Label : $"{Label} (optional)";

    public ActField Optional() => this with { Required = static _ => false };
}
