using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>
/// The register on both time axes: what every record was between two days, as known between two moments. Positions,
/// comparisons and every list that is not of now are queries over it.
/// </summary>
public static class RecommendationInterval
{
    internal static IReadModel Model { get; } = new BitemporalTable<RegisterRow>(
        "recommendation_interval", shape: 3,
        Cut.One(history => history.Record, picture => picture.Row, picture => picture.State.RaisedOn),
        RegisterRow.Columns,
        hasSpan: true,
        more: [Column.Bytes("census", (KnownRow<RegisterRow> row) => CensusLine.Of(row.Stream, row.Segment.Facts))]);
}
