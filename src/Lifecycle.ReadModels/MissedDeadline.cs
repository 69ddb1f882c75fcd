using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>What a force says of the deadline that it missed. A later deadline begins without an explanation.</summary>
internal sealed record MissedDeadline(string Reason, bool? Shared)
{
    public static IReadModel Model { get; } = new BitemporalTable<MissedDeadline>(
        "missed_deadline", shape: 1,
        Cut.One(history => history.Record, picture => Of(picture.State), picture => picture.State.RaisedOn),
        [
            Column.Text("reason", (MissedDeadline missed) => missed.Reason),
            Column.FlagOrNull("shared", (MissedDeadline missed) => missed.Shared),
        ]);

    // The same condition by which a row of the register says that a missed deadline was explained.
    private static MissedDeadline? Of(Recommendation state) =>
        state.MissedDeadlines.FindLast(missed => missed.Due is null || missed.Due == state.DueOn) is { } missed
            ? new(missed.Reason, missed.SharedWithOtherForces)
            : null;
}
