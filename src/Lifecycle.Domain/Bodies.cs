using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>What sort of body it is; decides who answers for it and who may sign off.</summary>
[JsonConverter(typeof(WordConverter<BodyKind>))]
public enum BodyKind
{
    [JsonStringEnumMemberName("inspectorate")] Inspectorate,
    [JsonStringEnumMemberName("territorial-force")] TerritorialForce,
    [JsonStringEnumMemberName("other-force")] OtherForce,
    [JsonStringEnumMemberName("national-body")] NationalBody,
    [JsonStringEnumMemberName("regional-unit")] RegionalUnit,
    [JsonStringEnumMemberName("partnership")] Partnership,
}

/// <summary>An organisation that raises, holds or watches records.</summary>
/// <param name="Id">Stable slug; the tenant of its streams.</param>
/// <param name="Name">Official name.</param>
/// <param name="ShortName">As boards say it.</param>
/// <param name="Kind">What sort of body.</param>
/// <param name="Region">Policing region of England and Wales; null where it has none.</param>
/// <param name="MostSimilar">Ids of its most similar group, itself included; null is unknown.</param>
/// <param name="Aliases">Other spellings met in print. Match on identity, never on text.</param>
public sealed record Body(
    string Id, string Name, string ShortName, BodyKind Kind, string? Region,
    IReadOnlyList<string>? MostSimilar, IReadOnlyList<string> Aliases);

/// <summary>The bodies of bodies.json.</summary>
public static class Bodies
{
    /// <summary>The inspectorate: tenant of publications and declared positions.</summary>
    public const string Hmicfrs = "hmicfrs";

    private static readonly FrozenDictionary<string, Body> ById = Load().ToFrozenDictionary(body => body.Id);

    /// <summary>All, by id.</summary>
    public static IReadOnlyList<Body> All { get; } = [.. ById.Values.OrderBy(body => body.Id, StringComparer.Ordinal)];

    /// <summary>The 43 territorial forces of England and Wales: whom "all forces" means.</summary>
    public static IReadOnlyList<Body> TerritorialForces { get; } = [.. All.Where(body => body.Kind == BodyKind.TerritorialForce)];

    public static Body? Find(string id) => ById.GetValueOrDefault(id);

    public static bool IsKnown(string id) => ById.ContainsKey(id);

    private static List<Body> Load()
    {
        using var json = typeof(Bodies).Assembly.GetManifestResourceStream("bodies.json")!;
        return JsonSerializer.Deserialize<List<Body>>(json, JsonSerializerOptions.Web)!;
    }
}
