using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Board;

/// <summary>One list of what happened since a meeting.</summary>
/// <param name="Word">As the address says it.</param>
internal sealed record ChangeList(string Word, string Title, string None, IReadOnlyList<MovementKind> Kinds)
{
    public static IReadOnlyList<ChangeList> All { get; } =
    [
        new("raised", "Raised", "Nothing was raised.", [MovementKind.Raised]),
        new("closed", "Closed", "Nothing was closed.", [MovementKind.Closed]),
        new("reopened", "Open again", "Nothing was opened again.", [MovementKind.Reopened]),
        new("moved", "Moved", "No open record moved from one status to another.", [MovementKind.Moved]),
        new("slipped", "Slipped", "Nothing became overdue, and no deadline was moved to a later day.", [MovementKind.BecameOverdue, MovementKind.DeadlineMoved]),
    ];

    /// <summary>What changed, as a sentence without its record.</summary>
    public static string InWords(Movement movement) => movement switch
    {
        { What: MovementKind.Raised, ToStatus: Status.Raised } => "Raised",
        { What: MovementKind.Raised, ToStatus: { } to } => $"Raised, and the same day {Wording.Of(to).ToLowerInvariant()}",
        { What: MovementKind.BecameOverdue, ToDue: { } due } => $"Became overdue; it was due on {Wording.Of(due)}",
        { What: MovementKind.DeadlineMoved, FromDue: { } from, ToDue: { } to } => $"Deadline moved from {Wording.Of(from)} to {Wording.Of(to)}",
        { What: MovementKind.DeadlineMoved, FromDue: { } from } => $"Deadline of {Wording.Of(from)} taken away",
        { FromStatus: { } from, ToStatus: { } to } => $"From {Wording.Of(from).ToLowerInvariant()} to {Wording.Of(to).ToLowerInvariant()}",
        _ => Words.Of(movement.What),
    };
}
