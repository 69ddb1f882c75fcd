using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>The nine words for where a record stands. Always derived from its events, never stored as a fact of its own.</summary>
[JsonConverter(typeof(WordConverter<Status>))]
public enum Status
{
    [JsonStringEnumMemberName("raised")] Raised,
    [JsonStringEnumMemberName("not-relevant")] NotRelevant,
    [JsonStringEnumMemberName("in-progress")] InProgress,
    [JsonStringEnumMemberName("steps-evidenced")] StepsEvidenced,
    [JsonStringEnumMemberName("closure-recommended")] ClosureRecommended,
    [JsonStringEnumMemberName("signed-off")] SignedOff,
    [JsonStringEnumMemberName("closed-not-applicable")] ClosedNotApplicable,
    [JsonStringEnumMemberName("superseded")] Superseded,
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}

/// <summary>What follows from a status.</summary>
public static class StatusFacts
{
    /// <summary>Ended for good unless HMICFRS reopens it.</summary>
    public static bool IsEnded(this Status status) =>
        status is Status.SignedOff or Status.ClosedNotApplicable or Status.Superseded or Status.Withdrawn;

    /// <summary>Counts as open in every position: everything but the ended ones and what is not relevant to the body.</summary>
    public static bool IsOpen(this Status status) => !status.IsEnded() && status != Status.NotRelevant;

    /// <summary>As one says it in a sentence.</summary>
    public static string InWords(this Status status) => status switch
    {
        Status.Raised => "raised",
        Status.NotRelevant => "not relevant",
        Status.InProgress => "in progress",
        Status.StepsEvidenced => "evidenced in every step",
        Status.ClosureRecommended => "recommended for closure",
        Status.SignedOff => "signed off",
        Status.ClosedNotApplicable => "closed as not applicable",
        Status.Superseded => "superseded",
        Status.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
