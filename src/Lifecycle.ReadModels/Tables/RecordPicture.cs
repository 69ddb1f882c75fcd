using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels.Tables;

/// <summary>The state of a record with what the tables hold of it, so that each is worked out once for every event.</summary>
internal sealed record RecordPicture(Recommendation State, RegisterRow Row, RecordText Text, ClosureWaiting? Waiting)
{
    public static RecordPicture? Evolve(RecordPicture? was, Recorded recorded) =>
        Recommendation.Evolve(was?.State, recorded) is { } state ? Of(state, was) : null;

    // Facts that stay the same stay the same object, which makes comparing them cheap.
    private static RecordPicture Of(Recommendation state, RecordPicture? was)
    {
        var row = RegisterRow.Of(state);
        var text = new RecordText(state.Reference, state.Title, state.Summary);
        var waiting = ClosureWaiting.Of(state);
        return new(
            state,
            was is not null && row == was.Row ? was.Row : row,
            was is not null && text == was.Text ? was.Text : text,
            was is not null && waiting == was.Waiting ? was.Waiting : waiting);
    }
}
