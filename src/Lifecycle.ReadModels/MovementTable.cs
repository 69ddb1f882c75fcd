using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>What changed, as the table holds it: beside the day and the record.</summary>
internal sealed record ChangedFacts(
    MovementKind What, string Reference, Status? FromStatus = null, Status? ToStatus = null, DateOnly? FromDue = null, DateOnly? ToDue = null);

/// <summary>
/// What changed with each record on which day, as known between two moments. That an open record becomes overdue is known
/// beforehand: its row lies in the future until the day comes, and ends when the deadline or the status changes before.
/// </summary>
internal static class MovementTable
{
    public static IReadModel Model { get; } = new BitemporalTable<ChangedFacts>(
        "movement", shape: 1,
        Cut.Days(history => history.Record, Days, picture => picture.State.RaisedOn),
        [
            Column.Key("what", (ChangedFacts change) => Words.Of(change.What)),
            Column.Text("reference", (ChangedFacts change) => change.Reference),
            Column.Word("from_status", (ChangedFacts change) => change.FromStatus),
            Column.Word("to_status", (ChangedFacts change) => change.ToStatus),
            Column.Day("from_due", (ChangedFacts change) => change.FromDue),
            Column.Day("to_due", (ChangedFacts change) => change.ToDue),
        ]);

    private static List<Segment<ChangedFacts>> Days(IEnumerable<(DateOnly From, RecordPicture Picture)> life)
    {
        var days = new List<Segment<ChangedFacts>>();
        (DateOnly From, RegisterRow Row)? was = null, before = null;
        foreach (var (on, picture) in life)
        {
            if (was is { } ended) Add(BecameOverdue(before?.Row, ended.Row, ended.From, until: on));
            var row = picture.Row;
            foreach (var change in Changes(was?.Row, row)) Add((on, change));
            (before, was) = (was, (on, row));
        }

        if (was is { } last) Add(BecameOverdue(before?.Row, last.Row, last.From, DateOnly.MaxValue));
        return days;

        void Add((DateOnly On, ChangedFacts Facts)? one)
        {
            if (one is { } happened) days.Add(new(happened.On, happened.On.AddDays(1), happened.Facts));
        }
    }

    private static IEnumerable<ChangedFacts> Changes(RegisterRow? was, RegisterRow now)
    {
        if (was is null)
        {
            yield return new(MovementKind.Raised, now.Reference, ToStatus: now.Status);
            if (!now.Status.IsOpen()) yield return new(MovementKind.Closed, now.Reference, Status.Raised, now.Status);
            yield break;
        }

        if (was.Status != now.Status) yield return new(Sort(was.Status, now.Status), now.Reference, was.Status, now.Status);
        if (now.Status.IsOpen() && was.DueOn is { } due && (now.DueOn is null || now.DueOn > due))
            yield return new(MovementKind.DeadlineMoved, now.Reference, FromDue: due, ToDue: now.DueOn);
    }

    private static MovementKind Sort(Status from, Status to) => (from.IsOpen(), to.IsOpen()) switch
    {
        (true, false) => MovementKind.Closed,
        (false, true) => MovementKind.Reopened,
        _ => MovementKind.Moved,
    };

    // On the first day of a stretch on which it is overdue, unless it was so already the day before.
    private static (DateOnly, ChangedFacts)? BecameOverdue(RegisterRow? before, RegisterRow row, DateOnly from, DateOnly until)
    {
        if (!row.Status.IsOpen() || row.DueOn is not { } due) return null;
        var on = due < from ? from : due.AddDays(1);
        if (on >= until || (on == from && before is not null && before.IsOverdue(from.AddDays(-1)))) return null;
        return (on, new(MovementKind.BecameOverdue, row.Reference, ToDue: due));
    }
}
