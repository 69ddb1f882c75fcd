using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>
/// That a record was open, on both time axes, with nothing that changes while it is: hardly more rows than records, so that
/// a trend comes from looking at each record once.
/// </summary>
internal sealed record OpenInterval(RecordKind Kind)
{
    public static IReadModel Model { get; } = new BitemporalTable<OpenInterval>(
        "open_interval", shape: 1,
        Cut.One(history => history.Record, picture => Of(picture.Row), picture => picture.State.RaisedOn),
        [Column.Word("kind", (OpenInterval open) => (RecordKind?)open.Kind)]);

    private static OpenInterval? Of(RegisterRow row) => row.Status.IsOpen() ? new(row.Kind) : null;
}
