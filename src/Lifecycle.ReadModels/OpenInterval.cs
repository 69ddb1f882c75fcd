using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>
/// That a record was open, on both time axes, with nothing that changes while it is: hardly more rows than records, so that
/// a trend and the ages of what is open come from looking at each record once.
/// </summary>
internal sealed record OpenInterval(RecordKind Kind, DateOnly RaisedOn)
{
    public static IReadModel Model { get; } = new BitemporalTable<OpenInterval>(
        "open_interval", shape: 1,
        Cut.One(history => history.Record, picture => Of(picture.Row), picture => picture.State.RaisedOn),
        [
            Column.Word("kind", (OpenInterval open) => (RecordKind?)open.Kind),
            Column.Day("raised_on", (OpenInterval open) => open.RaisedOn),
        ]);

    private static OpenInterval? Of(RegisterRow row) => row.Status.IsOpen() ? new(row.Kind, row.RaisedOn) : null;
}
