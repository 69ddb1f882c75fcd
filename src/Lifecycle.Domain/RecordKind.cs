using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>Kinds of record with a life (handbook 4). Positive findings have none and are counted in <see cref="Publications.CountsDeclared"/> only.</summary>
[JsonConverter(typeof(WordConverter<RecordKind>))]
public enum RecordKind
{
    [JsonStringEnumMemberName("recommendation")] Recommendation,
    [JsonStringEnumMemberName("area-for-improvement")] AreaForImprovement,
    [JsonStringEnumMemberName("cause-of-concern")] CauseOfConcern,
    [JsonStringEnumMemberName("area-for-priority-action")] AreaForPriorityAction,
    [JsonStringEnumMemberName("encouragement")] Encouragement,
}
