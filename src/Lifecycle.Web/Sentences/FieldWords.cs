using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Sentences;

/// <summary>The facts of a replay as people read them.</summary>
public static class FieldWords
{
    private const int Longest = 300;

    /// <summary>For example "Raised on".</summary>
    public static string Label(string field) => field switch
    {
        "status" => "Status",
        "title" => "Title",
        "summary" => "What was asked",
        "raisedOn" => "Raised on",
        "level" => "Level",
        "relevant" => "Relevant",
        "owner" => "Owner",
        "board" => "Board",
        "rag" => "Progress rating",
        "dueOn" => "Due on",
        "forecast" => "Forecast",
        "stepsMet" => "Steps to green met",
        "evidence" => "Items of evidence",
        "scrutiny" => "Scrutiny",
        "progressReports" => "Progress reports",
        "risks" => "Entries in the risk register",
        "missedDeadlinesExplained" => "Missed deadlines explained",
        "boardReports" => "Reports to boards",
        "links" => "Links",
        "corrections" => "Corrections",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "This fact has no label yet."),
    };

    /// <summary>For example "Closure recommended" or "4 September 2023". What is not known is told apart from what there is none of.</summary>
    public static string Value(string field, string? value) => (field, value) switch
    {
        ("level", null) => "Not known",
        ("rag", null) => "Not rated",
        ("owner", null) => "Not allocated",
        ("scrutiny", null) => "Not scrutinised",
        (_, null) => "None",
        ("status", { } word) => Wording.Of(Words.Parse<Status>(word)),
        ("rag", { } word) => Wording.Of(Words.Parse<Rag>(word)),
        ("level", { } level) => $"Level {level}",
        ("raisedOn" or "dueOn" or "forecast", { } text) when PointInTime.Day(text) is { } day => Wording.Of(day),
        ("relevant" or "scrutiny", { } word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}",
        (_, { } text) => Phrase.Cut(text, Longest),
    };

    /// <summary>A field that was corrected, for example "Title".</summary>
    public static string Corrected(string field) => field switch
    {
        "numberAsPrinted" => "Printed number",
        "source" => "Source",
        "title" or "summary" or "raisedOn" => Label(field),
        _ => field,
    };

    /// <summary>A printed or corrected value.</summary>
    public static string CorrectedValue(string field, string? value) => field == "raisedOn" || value is null ? Value(field, value) : Phrase.Cut(value, Longest);
}
