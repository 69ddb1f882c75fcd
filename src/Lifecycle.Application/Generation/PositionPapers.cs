using Lifecycle.Domain;
using Lifecycle.Domain.Positions;

namespace Lifecycle.Application.Generation;

/// <summary>Board papers that print how many records a force has open: one in so many events, evenly over the years.</summary>
internal sealed class PositionPapers(int seed, int events, DeskDays desk)
{
    private const int EventsForAPaper = 2_500;
    private const int YearsBeforeTheFirst = 2;

    private static readonly RecordKind[] Counted = [RecordKind.Recommendation, RecordKind.AreaForImprovement, RecordKind.CauseOfConcern];

    private readonly Chance _chance = Chance.Of(seed, StreamIds.Position("papers"));

    public IEnumerable<Deed> Deeds(Timeline register)
    {
        var (first, papers) = (DeskDays.First.AddYears(YearsBeforeTheFirst), Math.Max(4, events / EventsForAPaper));
        var days = DeskDays.Last.DayNumber - first.DayNumber;
        for (var paper = 0; paper < papers; paper++)
        {
            var day = desk.From(first.AddDays((int)((paper + _chance.Share()) * days / papers)));
            yield return Deed.Wait(day);
            register.Add(Declared(Forces.Any(_chance), paper, day, register.Open));
        }
    }

    // A paper is written by hand: now and then it is one off.
    private Story Declared(string body, int paper, DateOnly day, OpenRecords open)
    {
        var id = $"board-paper-{day.Year}-{body}-{paper + 1}";
        var counts = Counted.ToDictionary(kind => kind, kind => (decimal?)(open.Count(body, kind) + (_chance.In(5) ? 1 : 0)));
        var declare = new DeclarePosition(id, new PositionSubject(SubjectKind.Body, body), day, counts, $"Board paper of {day:yyyy-MM-dd}");
        var story = new Story(Bodies.Hmicfrs, StreamIds.Position(id), StreamTypes.Position);
        var entered = desk.From(day.AddDays(_chance.In(30) ? _chance.Between(1, 20) : 0));
        story.Begin([new Deed(entered, day, Staff.Hmi, declare)]);
        return story;
    }
}
