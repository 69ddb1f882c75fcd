using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>What a position counts of an open record.</summary>
/// <param name="Facts">As <see cref="RegisterFacts"/> packs them, without a rating.</param>
internal sealed record CountedFacts(int Facts, string Publication)
{
    public static CountedFacts? Of(RegisterRow row) =>
        row.Status.IsOpen() ? new(RegisterFacts.Pack(row with { Rag = null }), row.Publication) : null;
}

/// <summary>
/// The open records on both time axes, with nothing but what positions count: far fewer and narrower rows than the register has,
/// written only when one of these facts changes.
/// </summary>
internal static class PositionInterval
{
    public static IReadModel Model { get; } = new BitemporalTable<CountedFacts>(
        "position_interval", shape: 2,
        Cut.One(history => history.Record, picture => CountedFacts.Of(picture.Row), picture => picture.State.RaisedOn),
        [
            Column.Integer("facts", (CountedFacts facts) => facts.Facts),
            Column.Text("publication", (CountedFacts facts) => facts.Publication),
        ],
        hasSpan: true);
}
