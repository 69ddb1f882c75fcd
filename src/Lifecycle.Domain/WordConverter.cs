using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>Enums are words in JSON. A number is refused: 17 must not become a traffic light nobody has heard of.</summary>
public sealed class WordConverter<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
