using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Which records of the register. What is left empty does not narrow; several words of one filter widen it.</summary>
/// <param name="Levels">1 to 4; null in the list asks for records of unknown level.</param>
/// <param name="Open">True for open records only, false for those that are not.</param>
/// <param name="Overdue">True for open records whose day had passed as at the day asked for.</param>
/// <param name="DueBefore">Due earlier than this day.</param>
/// <param name="Parent">Reference of the cause of concern that the record answers.</param>
/// <param name="Words">Words of title or summary, or the beginning of a reference.</param>
public sealed record RegisterFilter(
    IReadOnlyList<string>? Bodies = null,
    IReadOnlyList<RecordKind>? Kinds = null,
    IReadOnlyList<int?>? Levels = null,
    IReadOnlyList<Status>? Statuses = null,
    bool? Open = null,
    string? Publication = null,
    string? Owner = null,
    string? Board = null,
    IReadOnlyList<Rag>? Rags = null,
    bool? Overdue = null,
    DateOnly? DueBefore = null,
    string? Parent = null,
    string? Words = null)
{
    private const string IsOverdue = "(r.is_open and r.due_on is not null and r.due_on < @as_at)";

    private const string SaysWords =
        "r.stream_id = any(array(select lifecycle.streams_saying(@words, @reference_begins, @as_at, @known_at)))";

    /// <summary>Narrows by nothing, or leaves out only what is closed.</summary>
    internal bool IsBroad => this with { Open = null } == new RegisterFilter() && Open != false;

    /// <summary>The conditions on a row r.</summary>
    internal Conditions Where() => new Conditions()
        .And("r.tenant_id = any(@bodies)", "bodies", Bodies?.ToArray())
        .And("r.kind = any(@kinds)", "kinds", Kinds?.Select(ReadModels.Words.Of).ToArray())
        .And("(r.level = any(@levels) or r.level is null and @level_unknown)", "levels", Levels?.OfType<int>().ToArray())
        .With("level_unknown", Levels?.Contains(null) ?? false)
        .And("r.status = any(@statuses)", "statuses", Statuses?.Select(ReadModels.Words.Of).ToArray())
        .And(Open switch { true => "r.is_open", false => "not r.is_open", null => null })
        .And("r.publication = @publication", "publication", Publication)
        .And("r.owner = @owner", "owner", Owner)
        .And("r.board = @board", "board", Board)
        .And("r.rag = any(@rags)", "rags", Rags?.Select(ReadModels.Words.Of).ToArray())
        .And(Overdue switch { true => IsOverdue, false => $"not {IsOverdue}", null => null })
        .And("r.due_on < @due_before", "due_before", DueBefore)
        .And("r.parent = @parent", "parent", Parent)
        .And(SaysWords, "words", Words)
        .With("reference_begins", BeginningWith(Words ?? ""));

    private static string BeginningWith(string text) =>
        text.Trim().ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
}
