using System.Text.Json;
using System.Text.Json.Serialization;
using Lifecycle.Domain;

namespace Lifecycle.Api.Requests;

/// <summary>How the API reads and writes JSON: as events are stored, and stricter with what comes in.</summary>
internal static class ApiJson
{
    /// <summary>Deeper than any body of the contract needs, shallower than what hurts.</summary>
    public const int MaxDepth = 16;

    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Makes other options read and write as the API does.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = EventCodec.Json.Encoder;
        options.MaxDepth = MaxDepth;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new UtcConverter());
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
