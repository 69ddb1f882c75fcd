using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>The read models of this program, by the name of their table.</summary>
public static class AllReadModels
{
    internal static IReadOnlyList<IReadModel> Models { get; } =
    [
        RecommendationStatus.Model, RecommendationInterval.Model, RecommendationInterval.Standing, RecordText.Model, AuditHistory.Model,
        SignOffQueue.Model, PublicationDigest.Model, PublicationCounts.Model, GradeGrid.Model, DeclaredPositions.Model,
        PositionInterval.Model, HeldRecord.Model, OpenInterval.Model, MovementTable.Model, BoardMeetings.Model,
    ];

    /// <summary>What can be named in a rebuild.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Models.Select(model => model.Name)];

    internal static IReadOnlyList<IReadModel> Named(IReadOnlyList<string> names) =>
        names.Count == 0 ? Models : [.. names.Distinct().Select(Named)];

    private static IReadModel Named(string name) => Models.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException($"There is no read model '{name}'. These can be rebuilt: {string.Join(", ", Names)}.", nameof(name));
}
