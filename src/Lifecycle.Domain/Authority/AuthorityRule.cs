using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Domain.Authority;

/// <summary>From which day, for which records, who signs off. A rule is never edited: a change is a new version from a new day.</summary>
/// <param name="Id">Stable slug, named in refusals and in every sign-off.</param>
/// <param name="Version">1, 2, 3…</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="BodyKinds">Kinds of body it covers; null is all.</param>
/// <param name="Kinds">Kinds of record it covers; null is all.</param>
/// <param name="Levels">Levels it covers; null is all, and null inside the list is an unknown level.</param>
/// <param name="Authority">Whose sign-off it is.</param>
/// <param name="OversightNoteRequired">The sign-off must say what oversight there was.</param>
/// <param name="Assumption">Nobody has confirmed it yet.</param>
/// <param name="Source">Where it is written, or why it is assumed.</param>
/// <param name="Text">The rule as one sentence, used in refusals.</param>
public sealed record AuthorityRule(
    string Id,
    int Version,
    DateOnly From,
    DateOnly? To,
    IReadOnlyList<BodyKind>? BodyKinds,
    IReadOnlyList<RecordKind>? Kinds,
    IReadOnlyList<int?>? Levels,
    SignOffAuthority Authority,
    bool OversightNoteRequired,
    bool Assumption,
    string Source,
    string Text)
{
    /// <summary>Whether the rule decides for such a record on such a day.</summary>
    public bool Covers(RecordKind kind, int? level, BodyKind bodyKind, DateOnly day) =>
        From <= day && (To is null || day <= To)
        && (BodyKinds?.Contains(bodyKind) ?? true)
        && (Kinds?.Contains(kind) ?? true)
        && (Levels?.Contains(level) ?? true);
}

/// <summary>From which day a body needs scrutiny before closure is recommended, and by whom. A rule for one body comes before a rule for all.</summary>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Body">Id of the body; null is every body of the kinds.</param>
/// <param name="BodyKinds">Kinds of body it covers; null is all.</param>
/// <param name="Required">Closure cannot be recommended without it.</param>
/// <param name="By">Roles whose scrutiny counts.</param>
/// <param name="Source">Where it is written, or why it is assumed.</param>
/// <param name="Assumption">Nobody has confirmed it yet.</param>
public sealed record ScrutinyRule(
    DateOnly From,
    DateOnly? To,
    string? Body,
    IReadOnlyList<BodyKind>? BodyKinds,
    bool Required,
    IReadOnlyList<Role> By,
    string Source,
    bool Assumption)
{
    public bool Covers(string body, BodyKind bodyKind, DateOnly day) =>
        From <= day && (To is null || day <= To)
        && (Body is null || Body == body)
        && (BodyKinds?.Contains(bodyKind) ?? true);
}
