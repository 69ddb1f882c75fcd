using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels.Tables;

/// <summary>The state of a record with what the tables hold of it, each worked out when a table first asks.</summary>
internal sealed class RecordPicture(Recommendation state)
{
    private (ClosureWaiting? Row, bool Known) _waiting;

    public Recommendation State => state;

    public RegisterRow Row => field ??= RegisterRow.Of(state);

    public StatusRow Status => field ??= StatusRow.Of(Row, state);

    public RecordText Text => field ??= new RecordText(state.Reference, state.Title, state.Summary);

    public ClosureWaiting? Waiting => (_waiting = _waiting.Known ? _waiting : (ClosureWaiting.Of(state), true)).Row;

    public static RecordPicture? Evolve(RecordPicture? was, Recorded recorded) =>
        Recommendation.Evolve(was?.State, recorded) is { } state ? new(state) : null;
}
