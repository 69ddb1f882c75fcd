using Lifecycle.Application;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Site;

/// <summary>What a board member sees first: the position, and what changed since the board last met.</summary>
/// <param name="Since">The day of the last meeting known; three months ago when none is.</param>
/// <param name="Meeting">The meeting that it counts from; null when none is known.</param>
public sealed record BoardHome(
    IReadOnlyList<PositionTotal> Totals, OverduePage Overdue, DateOnly Since, BoardMeeting? Meeting, IReadOnlyList<MovementCount> Changes)
{
    public static async Task<BoardHome> ReadAsync(Reads reads, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        string[] bodies = [caller.Body];
        var now = new AsOf(today);
        var meeting = (await reads.BoardMeetingsAsync(caller, caller.Body, now, 1, cancellation)).FirstOrDefault();
        var since = meeting?.On ?? today.AddMonths(-3);
        var position = await reads.PositionAsync(caller, [], bodies, now, cancellation);
        return new(
            [.. position.Totals.Where(total => total.Body == caller.Body)],
            await reads.OverdueAsync(caller, bodies, now, new Paging(1, 5), cancellation),
            since, meeting,
            await reads.MovementCountsAsync(caller, bodies, since, now, cancellation));
    }

    /// <summary>What changed, as a list of words: raised, closed and so on.</summary>
    public static string Words(MovementKind what) => what switch
    {
        MovementKind.Raised => "Raised",
        MovementKind.Moved => "Changed status",
        MovementKind.Closed => "Closed",
        MovementKind.Reopened => "Reopened",
        MovementKind.BecameOverdue => "Became overdue",
        MovementKind.DeadlineMoved => "Deadline moved",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
