using System.Text.Json.Serialization;

namespace Lifecycle.Domain.Recommendations;

/// <summary>The force's own traffic light.</summary>
[JsonConverter(typeof(WordConverter<Rag>))]
public enum Rag
{
    [JsonStringEnumMemberName("red")] Red,
    [JsonStringEnumMemberName("amber")] Amber,
    [JsonStringEnumMemberName("green")] Green,
}

/// <summary>Who set a step's criterion.</summary>
[JsonConverter(typeof(WordConverter<StepOrigin>))]
public enum StepOrigin
{
    [JsonStringEnumMemberName("hmicfrs")] Hmicfrs,
    [JsonStringEnumMemberName("force")] Force,
}

/// <summary>Government security classification. SECRET and above is refused: this service is not accredited for it.</summary>
[JsonConverter(typeof(WordConverter<Marking>))]
public enum Marking
{
    [JsonStringEnumMemberName("official")] Official,
    [JsonStringEnumMemberName("official-sensitive")] OfficialSensitive,
    [JsonStringEnumMemberName("secret")] Secret,
    [JsonStringEnumMemberName("top-secret")] TopSecret,
}

/// <summary>Whose authority a sign-off rests on.</summary>
[JsonConverter(typeof(WordConverter<SignOffAuthority>))]
public enum SignOffAuthority
{
    [JsonStringEnumMemberName("chief-constable")] ChiefConstable,
    [JsonStringEnumMemberName("hmicfrs")] Hmicfrs,
}

/// <summary>How one record relates to another (handbook 4).</summary>
[JsonConverter(typeof(WordConverter<LinkRelation>))]
public enum LinkRelation
{
    [JsonStringEnumMemberName("continues")] Continues,
    [JsonStringEnumMemberName("repeats")] Repeats,
    [JsonStringEnumMemberName("supersedes")] Supersedes,
    [JsonStringEnumMemberName("cited-again")] CitedAgain,
    /// <summary>Set on a cause of concern when a recommendation is raised under it later.</summary>
    [JsonStringEnumMemberName("answered-by")] AnsweredBy,
}

/// <summary>A measure that leads to completion.</summary>
/// <param name="Id">Id within the stream, for example "1".</param>
/// <param name="Criterion">What must be true.</param>
/// <param name="Origin">Who set it.</param>
public sealed record StepToGreen(string Id, string Criterion, StepOrigin Origin);

/// <summary>One item of evidence as it was judged: a digest, or a link.</summary>
public sealed record JudgedEvidence(string EvidenceId, string? Sha256, string? Link);
