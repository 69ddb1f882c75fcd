using Lifecycle.Web.TagHelpers;

namespace Lifecycle.Web.Acting;

/// <summary>The fields that many forms share, and how the choices of a form are written.</summary>
internal static class Fields
{
    private const int LongestChoice = 160;

    public static readonly ActField Reason = Area("reason", "Why?", "reason");

    public static readonly ActField Note = Area("note", "Note", "note").Optional() with { Lines = 3 };

    /// <summary>The day it happened, which every command takes.</summary>
    public static readonly ActField EffectiveOn = new ActField(FieldKind.Day, "effectiveOn", "When did it happen?")
    {
        Hint = "Leave empty for today",
        Concerns = ["effective_in_future", "before_raise", "too_early"],
    }.Optional();

    /// <summary>The same for a correction, which is true from the start.</summary>
    public static readonly ActField CorrectedFrom = EffectiveOn with
    {
        Label = "From which day is the new value right?",
        Hint = "Leave empty if it was always so",
    };

    /// <summary>Where the decision of somebody else is written.</summary>
    public static readonly ActField Source = Text("source", "Where is this written?", "source") with
    {
        Hint = "For example the portal entry, or the letter and its date",
        Required = record => record.NeedsSource,
        Concerns = ["source_required"],
    };

    public static ActField Text(string name, string label, string word) => new(FieldKind.Text, name, label) { Word = word };

    public static ActField Area(string name, string label, string word) => new(FieldKind.Area, name, label) { Word = word };

    public static ActField Radios(string name, string label, string word, Func<ActRecord, IReadOnlyList<Choice>> choices) =>
        new(FieldKind.Radios, name, label) { Word = word, Choices = choices };

    public static ActField Radios(string name, string label, string word, params Choice[] choices) => Radios(name, label, word, _ => choices);

    /// <summary>A choice whose value somebody made up: it may hold the comma that parts several values.</summary>
    public static Choice Own(string id, string text, string? hint = null) => new(Uri.EscapeDataString(id), Cut(text), hint);

    public static string Cut(string text) => text.Length <= LongestChoice ? text : $"{text[..LongestChoice].TrimEnd()}…";
}
