using System.Globalization;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>What an address asks of the register: the words chosen, and the filter that they make.</summary>
internal sealed class RegisterQuery
{
    /// <summary>Fields of which several can be chosen.</summary>
    private static readonly Dictionary<string, Func<string, bool>> Many = new()
    {
        ["status"] = IsWord<Status>,
        ["kind"] = IsWord<RecordKind>,
        ["level"] = text => text is "1" or "2" or "3" or "4" or "unknown",
        ["rag"] = text => text == "unrated" || IsWord<Rag>(text),
        ["body"] = Bodies.IsKnown,
    };

    private static readonly string[] Ones = ["q", "open", "overdue", "dueBefore", "publication", "owner", "board", "parent", "sort"];

    private RegisterQuery(IReadOnlyList<(string Name, string Value)> chosen) => Chosen = chosen;

    /// <summary>What is not as it is when nothing is asked, in the order of the form.</summary>
    public IReadOnlyList<(string Name, string Value)> Chosen { get; }

    public RegisterSort Sort => One("sort") is { } word ? Sorts[word] : RegisterSort.Reference;

    /// <summary>The orders, by the words of addresses; the usual one has none.</summary>
    public static IReadOnlyDictionary<string, RegisterSort> Sorts { get; } = new Dictionary<string, RegisterSort>
    {
        ["due"] = RegisterSort.Due,
        ["raised"] = RegisterSort.Raised,
        ["level"] = RegisterSort.Level,
        ["since"] = RegisterSort.StatusSince,
    };

    /// <summary>Reads an address. What cannot be read is an error of the page and never left out without a word.</summary>
    public static RegisterQuery Read(IQueryCollection query, ModelStateDictionary state)
    {
        var chosen = new List<(string, string)>();
        foreach (var name in Ones.Concat(Many.Keys))
        {
            var values = query[name].SelectMany(value => Many.ContainsKey(name) ? (value ?? "").Split(',') : [value ?? ""])
                .Select(value => value.Trim()).Where(value => value.Length > 0).Distinct().ToList();
            if (values.Count > 1 && !Many.ContainsKey(name)) state.AddModelError("", $"Choose one {FilterForm.Label(name).ToLowerInvariant()} only.");
            else chosen.AddRange(values.Select(value => Checked(name, value, state)).OfType<string>().Select(value => (name, value)));
        }

        return new(chosen);
    }

    /// <summary>Whether it is as one would send it on: a form also sends its empty fields, and days as they were typed.</summary>
    public bool IsTidy(IQueryCollection query) =>
        query.All(one => one.Value.All(value => !string.IsNullOrWhiteSpace(value)))
        && (One("dueBefore") is not { } day || query["dueBefore"] == day);

    public RegisterFilter Filter => new(
        Bodies: All("body"),
        Kinds: All("kind")?.Select(Words.Parse<RecordKind>).ToList(),
        Levels: All("level")?.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : (int?)null).ToList(),
        Statuses: All("status")?.Select(Words.Parse<Status>).ToList(),
        Open: One("open") is { } open ? open == "true" : null,
        Publication: One("publication"), Owner: One("owner"), Board: One("board"),
        Rags: All("rag")?.Select(text => text == "unrated" ? (Rag?)null : Words.Parse<Rag>(text)).ToList(),
        Overdue: One("overdue") is { } late ? late != "false" : null,
        Explained: One("overdue") == "unexplained" ? false : null,
        DueBefore: One("dueBefore") is { } day ? PointInTime.Day(day) : null,
        Parent: One("parent"), Words: One("q"));

    /// <summary>Everything that a form on the page has to send again, so that it stays at the point in time that one looks at.</summary>
    public IEnumerable<(string Name, string Value)> Fields(AsOf at)
    {
        foreach (var one in Chosen) yield return one;
        if (at.Day is { } day) yield return ("asAt", PointInTime.Of(day));
        if (at.KnownAt is { } moment) yield return ("knownAt", PointInTime.Of(moment));
    }

    public string? One(string name) => Chosen.FirstOrDefault(one => one.Name == name).Value;

    public IReadOnlyList<string>? All(string name) => Chosen.Where(one => one.Name == name).Select(one => one.Value).ToList() is { Count: > 0 } values ? values : null;

    /// <summary>The same but for one field.</summary>
    public (string Name, string? Value)[] With(string name, string? value) =>
        [.. Chosen.Where(one => one.Name != name).Select(one => (one.Name, (string?)one.Value)), (name, value)];

    /// <summary>The same but for one value of a field.</summary>
    public (string Name, string? Value)[] Without(string name, string value) =>
        [.. Chosen.Where(one => one != (name, value)).Select(one => (one.Name, (string?)one.Value))];

    // Null when there is no such choice.
    private static string? Checked(string name, string value, ModelStateDictionary state)
    {
        if (name == "dueBefore") return Day(name, value, state);
        var isChoice = !value.Contains('\0', StringComparison.Ordinal) && name switch
        {
            "sort" => Sorts.ContainsKey(value),
            "open" => value is "true" or "false",
            "overdue" => value is "true" or "false" or "unexplained",
            _ => !Many.TryGetValue(name, out var isWord) || isWord(value),
        };
        if (isChoice) return value;
        state.AddModelError("", $"“{value}” is not a choice here. Choose from the list.");
        return null;
    }

    private static string? Day(string name, string value, ModelStateDictionary state)
    {
        if (PointInTime.Day(value) is { } day) return PointInTime.Of(day);
        state.SetModelValue(name, value, value);
        state.AddModelError(name, "Due before must be a day, for example 31/3/2027.");
        return null;
    }

    private static bool IsWord<T>(string text) where T : struct, Enum => Enum.GetValues<T>().Any(value => Words.Of(value) == text);
}
