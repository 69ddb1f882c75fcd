using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Domain;

/// <summary>
/// The one place where events meet JSON. Stored names and shapes are for ever: a changed event is a new record
/// (suffix V2, stored "…_v2") with an upcast here, never an edit. Every type has a golden file in the tests.
/// </summary>
public static class EventCodec
{
    /// <summary>camelCase, enums as the kebab-case words of the API, nulls written: an unknown is said, not left out.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonSerializerOptions HeaderJson = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Dictionary<string, Type> Types = new Type[]
    {
        typeof(InspectionNotified), typeof(ReinspectionExpected), typeof(ReinspectionHeld), typeof(PublicationReleased),
        typeof(RecordsMade), typeof(JudgmentsGraded), typeof(CountsDeclared),
        typeof(PositionDeclared),
        typeof(RecommendationRaised), typeof(LevelGraded), typeof(RelevanceDecided), typeof(OwnerAllocated), typeof(RagRated),
        typeof(RiskRegistered), typeof(StepsToGreenSet), typeof(StepMet), typeof(StepReopened), typeof(ProgressReported),
        typeof(EvidenceSubmitted), typeof(EvidenceWithdrawn), typeof(GuidanceRequested), typeof(GuidanceGiven),
        typeof(ScrutinyPassed), typeof(ScrutinyReturned), typeof(ClosureRecommended), typeof(ClosureReturned),
        typeof(SignedOff), typeof(ClosedNotApplicable), typeof(Superseded), typeof(Withdrawn), typeof(Reopened),
        typeof(DeadlineChanged), typeof(MissedDeadlineExplained), typeof(DeliveryForecast), typeof(ReportedToBoard),
        typeof(Linked),
        typeof(Corrected), typeof(Erased),
    }.ToDictionary(type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name));

    private static readonly Dictionary<Type, string> Names = Types.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every stored name with its record.</summary>
    public static IReadOnlyDictionary<string, Type> Known => Types;

    /// <summary>The stored name, for example "closure_recommended".</summary>
    public static string NameOf(IEvent happened) => Names[happened.GetType()];

    public static string Write(IEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Json);

    /// <summary>
    /// The same content: lists item by item, counts in any order; records by themselves compare both by reference only. A text
    /// that was erased is the same as any.
    /// </summary>
    public static bool Same(IEvent one, IEvent other) => one.GetType() == other.GetType() && Erased.Same(Node(one), Node(other));

    private static JsonNode? Node(IEvent happened) => JsonSerializer.SerializeToNode(happened, happened.GetType(), Json);

    /// <exception cref="JsonException">The name is unknown, or the JSON does not fit it.</exception>
    public static IEvent Read(string name, ReadOnlySpan<byte> utf8) =>
        (IEvent)JsonSerializer.Deserialize(utf8, TypeOf(name), Json)!;

    public static string WriteHeaders(EventHeaders headers) => JsonSerializer.Serialize(headers, HeaderJson);

    /// <param name="utf8">A JSON object; empty of ours where another program stored the event.</param>
    /// <param name="recordedAt">Then tells the day.</param>
    public static EventHeaders ReadHeaders(ReadOnlySpan<byte> utf8, DateTimeOffset recordedAt)
    {
        var headers = JsonSerializer.Deserialize<EventHeaders>(utf8, HeaderJson);
        return headers?.Actor is null ? EventHeaders.OfAnotherProgram(recordedAt) : headers;
    }

    private static Type TypeOf(string name) => Types.TryGetValue(name, out var type)
        ? type
        : throw new JsonException($"No event is stored as '{name}'. A newer version of the service may have written it.");
}
