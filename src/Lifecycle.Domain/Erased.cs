using System.Text.Json.Nodes;

namespace Lifecycle.Domain;

/// <summary>Texts of an earlier event of the same stream were taken away for good, because they were personal data.</summary>
/// <param name="Version">Of the event whose texts they were.</param>
/// <param name="Fields">JSON pointers into its data.</param>
/// <param name="Basis">The law or policy.</param>
/// <param name="Reason">Why, without the data that went.</param>
public sealed record Erased(long Version, IReadOnlyList<string> Fields, string Basis, string Reason) : IEvent
{
    /// <summary>What stands in place of a text that was erased. Nobody may enter it.</summary>
    public const string Mark = "[erased]";

    /// <summary>
    /// The same content, as far as it is still there: what is entered again after a text of it was erased is known, and must
    /// not bring the text back.
    /// </summary>
    internal static bool Same(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(member => b.TryGetPropertyValue(member.Key, out var value) && Same(member.Value, value)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) when IsMark(a) || IsMark(b) => true,
        _ => JsonNode.DeepEquals(one, other),
    };

    private static bool IsMark(JsonValue value) => value.TryGetValue<string>(out var text) && text == Mark;
}
