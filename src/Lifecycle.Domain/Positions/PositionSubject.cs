using System.Text.Json.Serialization;

namespace Lifecycle.Domain.Positions;

/// <summary>What a declared position speaks of.</summary>
[JsonConverter(typeof(WordConverter<SubjectKind>))]
public enum SubjectKind
{
    [JsonStringEnumMemberName("body")] Body,
    /// <summary>The average of a body's most similar group.</summary>
    [JsonStringEnumMemberName("group-average")] GroupAverage,
    [JsonStringEnumMemberName("national-average")] NationalAverage,
}

/// <summary>Whose counts: a body; the most similar group of a body; or the nation, which needs no body.</summary>
public sealed record PositionSubject(SubjectKind Kind, string? Body);
