using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>
/// The register on both time axes: what every record was between two days, as known between two moments. Positions,
/// comparisons and every list that is not of now are queries over it.
/// </summary>
public static class RecommendationInterval
{
    private static readonly Cut<RegisterRow> Rows = Cut.One(history => history.Record, picture => picture.Row, picture => picture.State.RaisedOn);

    private static readonly Column<KnownRow<RegisterRow>> Line =
        Column.Bytes("census", (KnownRow<RegisterRow> row) => CensusLine.Of(row.Stream, row.Segment.Facts));

    internal static IReadModel Model { get; } =
        new BitemporalTable<RegisterRow>("recommendation_interval", shape: 6, Rows, RegisterRow.Columns, hasSpan: true, more: [Line]);

    /// <summary>How each record stands: its last row, in so few bytes that a list of the nation looks at all of them.</summary>
    internal static IReadModel Standing { get; } = new StandingTable<RegisterRow>("standing_record", shape: 4, Rows, [Line]);
}
