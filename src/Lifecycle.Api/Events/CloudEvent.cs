using System.Text.Json;
using System.Text.Json.Serialization;
using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Events;

/// <summary>An event as CloudEvents 1.0 has it. The names of its attributes are the standard's: lower case, no separators.</summary>
/// <param name="Subject">Reference of the record; null for publications and declared positions.</param>
/// <param name="Time">When it was recorded.</param>
/// <param name="Position">Extension: its place among all events. Ask for what comes after it.</param>
/// <param name="EffectiveOn">Extension: the day it happened.</param>
/// <param name="Body">Extension: whose record it is about.</param>
/// <param name="Version">Extension: its place in its stream.</param>
/// <param name="Role">Extension: the role in which somebody acted.</param>
/// <param name="Data">What happened.</param>
public sealed record CloudEvent(
    [property: JsonPropertyName("specversion")] string SpecVersion,
    string Id,
    string Source,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Subject,
    DateTimeOffset Time,
    [property: JsonPropertyName("datacontenttype")] string DataContentType,
    string Position,
    [property: JsonPropertyName("effectiveon")] DateOnly EffectiveOn,
    string Body,
    string Version,
    Role Role,
    JsonElement Data)
{
    private const string TypePrefix = "uk.police.lifecycle.";

    internal static CloudEvent Of(FeedEvent e) => new(
        "1.0", e.Id.ToString(), "/api/v1/events", TypePrefix + e.Type, e.Subject, e.RecordedAt, "application/json",
        // Strings, because an integer attribute has 32 bits in the standard.
        e.Position.ToString(null, null), e.Headers.EffectiveOn, e.Body, e.Version.ToString(null, null), e.Headers.Role,
        JsonElement.Parse(e.Data.Span));
}
