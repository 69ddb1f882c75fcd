using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Generation;

/// <summary>
/// One record with one body from its raise to its end, or to where it was left lying. Days run forwards; what is entered late
/// or remembered later keeps the day on which it happened.
/// </summary>
/// <param name="raisedOn">The day on which the record was raised, and entered.</param>
internal sealed partial class RecordLife(Story story, Chance chance, DateOnly raisedOn, DeskDays desk, AuthorityRules rules, OpenRecords open)
{
    private readonly Staff _staff = Staff.Of(story.Stream.Tenant);
    private DateOnly _day = raisedOn;
    private DateOnly _recorded = raisedOn;

    private Recommendation State => story.Stream.Now.Recommendation!;

    public IEnumerable<Deed> Deeds()
    {
        foreach (var deed in Beginning()) yield return deed;
        if (State.Status == Status.NotRelevant) yield break;
        var fate = chance.Weighted(82, 5, 4, 2, 7);
        foreach (var deed in Work(fate == 0 ? int.MaxValue : chance.Between(0, 2))) yield return deed;
        Later(20, 120);
        var end = fate switch
        {
            0 => Closure(),
            1 => [Do(_staff.Fll, new CloseNotApplicable(chance.Pick(Phrases.Ends)))],
            2 when open.LatestWith(State.Body) is { } later && later != State.Reference => [Do(Staff.Hmi, new Supersede(later, "The later report asks for the same and more."))],
            3 => [Do(Staff.Hmi, new Withdraw("Raised twice in the same report."))],
            _ => Enumerable.Empty<Deed>(),
        };
        foreach (var deed in end) yield return deed;
    }

    private IEnumerable<Deed> Beginning()
    {
        if (State.Level is null && chance.In(60))
        {
            Later(10, 60);
            yield return Do(Staff.Hmi, new GradeLevel(1 + chance.Weighted(25, 45, 24, 6)));
        }

        Later(3, 40);
        yield return Do(_staff.Flo, new AllocateOwner(chance.Pick(Phrases.Owners), chance.In(70) ? chance.Pick(Phrases.Boards) : null));
        if (chance.In(4))
        {
            foreach (var deed in NotRelevant()) yield return deed;
            if (!State.Relevant) yield break;
        }

        Later(5, 40);
        yield return Do(_staff.Lead, new RateRag(Rag.Amber, chance.Pick(Phrases.RagReasons)));
        if (chance.In(12))
            yield return Do(_staff.Lead, new RegisterRisk($"R-{chance.Between(100, 999)}"));
        if (chance.In(40))
            yield return Do(_staff.Flo, new ForecastDelivery(_day.AddDays(chance.Between(90, 700))));
    }

    // A recommendation under a cause of concern never comes back once the cause may have been signed off without it.
    private IEnumerable<Deed> NotRelevant()
    {
        Later(5, 60);
        yield return Do(_staff.Flo, new DecideRelevance(false, "The force does not run this function; the region does."));
        if (State.Raised.Parent is not null || !chance.In(30)) yield break;
        Later(150, 600);
        yield return Do(_staff.Flo, new DecideRelevance(true, "The function came back to the force."));
    }

    private void Later(int least, int most) => _day = desk.From(_day.AddDays(chance.Between(least, most)));

    private Deed Do(Performer by, RecommendationCommand command) =>
        new(Entered(chance.In(2) ? desk.From(_day.AddDays(chance.Between(4, 90))) : _day), _day, by, command);

    // Said today of a day that is long past.
    private Deed Remembered(Performer by, RecommendationCommand command) =>
        new(Entered(_day), State.BeginsOn.AddDays(chance.Between(0, _day.DayNumber - State.BeginsOn.DayNumber)), by, command);

    private Deed Corrected() => new(
        Entered(_day), State.BeginsOn, _staff.Flo,
        new CorrectRecord("numberAsPrinted", null, $"{State.Raised.Number}a", "The report was reissued with other numbers."));

    // Nothing is entered before what was entered last.
    private DateOnly Entered(DateOnly day) => _recorded = day > _recorded ? day : _recorded;
}
