using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Which records of the register. What is left empty does not narrow; several words of one filter widen it.</summary>
/// <param name="Levels">1 to 4; null in the list asks for records of unknown level.</param>
/// <param name="Open">True for open records only, false for those that are not.</param>
/// <param name="Rags">Null in the list asks for records that are not rated.</param>
/// <param name="Overdue">True for open records whose day had passed as at the day asked for.</param>
/// <param name="Explained">Whether somebody explained why the day was, or will be, missed.</param>
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
    IReadOnlyList<Rag?>? Rags = null,
    bool? Overdue = null,
    bool? Explained = null,
    DateOnly? DueBefore = null,
    string? Parent = null,
    string? Words = null)
{
    private const string IsOverdue = "(r.is_open and r.due_on is not null and r.due_on < @as_at)";

    // Asked for once, not for each row.
    private const string SaysWords = $"r.stream_id = any((select {RegisterWords.Sql})::uuid[])";

    /// <summary>Narrows by nothing, or leaves out only what is closed.</summary>
    internal bool IsBroad => this with { Open = null } == new RegisterFilter() && Open != false;

    /// <summary>So narrow that an index finds what it names, record by record.</summary>
    internal bool NamesFew => Bodies is { Count: <= 10 } || Publication is not null || Parent is not null;

    /// <summary>The words as the beginning of a reference, which has small letters only.</summary>
    internal string Beginning => (Words ?? "").Trim().ToLowerInvariant();

    /// <summary>The conditions on a row r.</summary>
    internal Conditions Where() => Others().And(InBodies()).And(InPublication()).And(InOwner()).And(InBoard()).And(InFacts());

    /// <summary>Those that offer no choice with counts.</summary>
    internal Conditions Others() => new Conditions()
        .And("r.due_on < @due_before", "due_before", DueBefore)
        .And("r.parent = @parent", "parent", Parent)
        .And(SaysWords, "words", Words)
        .With("reference_begins", Pattern(Beginning));

    internal Conditions InBodies() => new Conditions().And("r.tenant_id = any(@bodies)", "bodies", Bodies?.ToArray());

    internal Conditions InPublication() => new Conditions().And("r.publication = @publication", "publication", Publication);

    internal Conditions InOwner() => new Conditions().And("r.owner = @owner", "owner", Owner);

    internal Conditions InBoard() => new Conditions().And("r.board = @board", "board", Board);

    /// <summary>On what <see cref="RegisterFacts"/> holds.</summary>
    internal Conditions InFacts() => new Conditions()
        .And(Open switch { true => "r.is_open", false => "not r.is_open", null => null })
        .And("r.facts & 7 = any(@levels)", "levels", Levels?.Select(RegisterFacts.PlaceOf).ToArray())
        .And("r.facts >> 3 & 3 = any(@rags)", "rags", Rags?.Select(RegisterFacts.PlaceOf).ToArray())
        .And("r.facts >> 5 & 7 = any(@kinds)", "kinds", Kinds?.Select(RegisterFacts.PlaceOf).ToArray())
        .And("r.facts >> 8 = any(@statuses)", "statuses", Statuses?.Select(RegisterFacts.PlaceOf).ToArray())
        .And(Overdue switch { true => IsOverdue, false => $"not {IsOverdue}", null => null })
        .And(Explained switch { true => "r.missed_reason is not null", false => "r.missed_reason is null", null => null });

    private static string Pattern(string beginning) =>
        beginning.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
}
