using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>That the register held a record, however it stood: so that none open is nought, and never held is unknown.</summary>
internal sealed record HeldRecord(RecordKind Kind, string Publication, string Number)
{
    public static IReadModel Model { get; } = new BitemporalTable<HeldRecord>(
        "held_record", shape: 1,
        Cut.One(
            history => history.Record, picture => new HeldRecord(picture.Row.Kind, picture.Row.Publication, picture.Row.Number),
            picture => picture.State.RaisedOn),
        [
            Column.Word("kind", (HeldRecord held) => (RecordKind?)held.Kind),
            Column.Text("publication", (HeldRecord held) => held.Publication),
            Column.Text("number", (HeldRecord held) => held.Number),
        ]);
}
