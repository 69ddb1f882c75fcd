using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>An event about to be appended, as the domain knows it.</summary>
public sealed record Happened(IEvent Event, EventHeaders Headers);

/// <summary>
/// What one stream's append means to the read models; travels as <c>StreamAppend.Context</c>. Folds the history when it is
/// made, by the thread that decided, so that nothing but the new events is left to do while the append's lock is held.
/// It may be projected more than once: a group that failed is tried again.
/// </summary>
public sealed class StreamChange
{
    /// <param name="before">The whole history that the decision was made on, in order of version.</param>
    /// <param name="happened">The new events, in the order in which they are appended.</param>
    public StreamChange(IEnumerable<Recorded> before, IReadOnlyList<Happened> happened)
    {
        Before = before.Aggregate(StreamLines.Empty, (lines, recorded) => lines.With(recorded));
        Happened = happened;
    }

    internal StreamLines Before { get; }

    internal IReadOnlyList<Happened> Happened { get; }
}
