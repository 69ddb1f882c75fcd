using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>What a position counts of an open record.</summary>
internal sealed record CountedFacts(RecordKind Kind, int? Level, Status Status, string Publication)
{
    public static CountedFacts? Of(RegisterRow row) =>
        row.Status.IsOpen() ? new(row.Kind, row.Level, row.Status, row.Publication) : null;
}

/// <summary>
/// The open records on both time axes, with nothing but what positions count: far fewer and narrower rows than the register has,
/// written only when one of these facts changes.
/// </summary>
internal static class PositionInterval
{
    public static IReadModel Model { get; } = new BitemporalTable<CountedFacts>(
        "position_interval", shape: 1,
        Cut.One(history => history.Record, picture => CountedFacts.Of(picture.Row), picture => picture.State.RaisedOn),
        [
            Column.Word("kind", (CountedFacts facts) => (RecordKind?)facts.Kind),
            Column.Integer("level", (CountedFacts facts) => facts.Level),
            Column.Word("status", (CountedFacts facts) => (Status?)facts.Status),
            Column.Text("publication", (CountedFacts facts) => facts.Publication),
        ],
        hasSpan: true);
}
