using Lifecycle.Domain;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Application.Generation;

/// <summary>The records that a report makes. A cause of concern comes with recommendations that answer it.</summary>
internal static class ReportRecords
{
    public static IReadOnlyList<MadeRecord> Draw(Chance chance, Inspection inspection, Subject subject, DateOnly on)
    {
        var records = new List<MadeRecord>();
        string? parent = null;
        for (var (number, children) = (1, 0); number <= inspection.Records; number++)
        {
            var kind = children > 0 ? RecordKind.Recommendation : Kind(chance);
            var about = inspection.Kind == "peel" ? chance.Pick(Subjects.All) : subject;
            records.Add(Record(chance, inspection, about, on, number, kind, children > 0 ? parent : null));
            if (kind == RecordKind.CauseOfConcern) (parent, children) = ($"{number}", chance.Between(1, 3));
            else if (children > 0) children--;
        }

        return records;
    }

    private static RecordKind Kind(Chance chance) => chance.Weighted(55, 34, 5, 3, 3) switch
    {
        0 => RecordKind.AreaForImprovement,
        1 => RecordKind.Recommendation,
        2 => RecordKind.CauseOfConcern,
        3 => RecordKind.AreaForPriorityAction,
        _ => RecordKind.Encouragement,
    };

    private static MadeRecord Record(
        Chance chance, Inspection inspection, Subject subject, DateOnly on, int number, RecordKind kind, string? parent)
    {
        var (title, summary) = chance.Pick(Subjects.Asks);
        return new(
            $"{number}", chance.In(80) ? $"{number}" : null, kind, kind == RecordKind.AreaForImprovement && chance.In(10),
            string.Format(null, title, subject.Words), string.Format(null, summary, subject.Words),
            inspection.Bodies.Count == Forces.All.Count ? [Addressees.AllForces] : inspection.Bodies,
            AddresseesAsPrinted: null, Partners: [], Condition: null, parent, Level(chance), Deadlines.Draw(chance, on),
            [subject.Theme], kind == RecordKind.AreaForImprovement ? [subject.Area] : [], Source: null);
    }

    // Three in five have a level from the beginning; the others get theirs later, or never.
    private static int? Level(Chance chance) => chance.In(60) ? 1 + chance.Weighted(25, 45, 24, 6) : null;
}
