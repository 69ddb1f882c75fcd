using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application;

/// <summary>Aliases of the aggregates, as Marten would name them.</summary>
public static class StreamTypes
{
    public const string Publication = "publication";
    public const string Recommendation = "recommendation";
    public const string Position = "declared_position";

    private static readonly Dictionary<string, string> ByNamespace = new()
    {
        [typeof(PublicationReleased).Namespace!] = Publication,
        [typeof(RecommendationRaised).Namespace!] = Recommendation,
        [typeof(PositionDeclared).Namespace!] = Position,
    };

    /// <summary>By the stored name of a stream's first event. What happens to every aggregate, a correction for example, begins none.</summary>
    public static IReadOnlyDictionary<string, string> ByFirstEvent { get; } = EventCodec.Known
        .Where(known => ByNamespace.ContainsKey(known.Value.Namespace!))
        .ToDictionary(known => known.Key, known => ByNamespace[known.Value.Namespace!]);
}
