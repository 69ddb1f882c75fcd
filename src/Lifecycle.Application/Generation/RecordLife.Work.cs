using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Generation;

// What a force does about a record, step by step.
internal sealed partial class RecordLife
{
    /// <param name="stepsToTake">How many steps are met before everything stops.</param>
    private IEnumerable<Deed> Work(int stepsToTake)
    {
        Later(10, 60);
        var steps = Enumerable.Range(1, 1 + chance.Weighted(20, 30, 25, 15, 10))
            .Select(id => new StepToGreen($"{id}", chance.Pick(Phrases.Steps), chance.In(25) ? StepOrigin.Hmicfrs : StepOrigin.Force)).ToList();
        yield return Do(_staff.Lead, new SetStepsToGreen(steps));
        foreach (var step in steps.Take(stepsToTake))
        {
            for (var report = chance.Between(1, 2); report > 0; report--)
            {
                foreach (var deed in Reports()) yield return deed;
            }

            foreach (var deed in Take(step)) yield return deed;
        }

        if (chance.In(2) && State.Level is { } level)
            yield return Do(Staff.Hmi, new GradeLevel((level % 4) + 1, chance.Pick(Phrases.Regrades)));
        if (chance.In(1))
            yield return Corrected();
        if (chance.In(3) && open.LatestWith(State.Body) is { } later && later != State.Reference)
            yield return Do(_staff.Flo, new LinkRecord(LinkRelation.CitedAgain, later));
    }

    private IEnumerable<Deed> Take(StepToGreen step)
    {
        Later(5, 70);
        if (chance.In(70))
            yield return Do(_staff.Flo, Evidence([step.Id]));
        Later(1, 30);
        yield return Do(_staff.Lead, new MeetStep(step.Id));
        if (!chance.In(3)) yield break;
        Later(30, 120);
        yield return Do(_staff.Lead, new ReopenStep(step.Id, "The last sample did not bear it out."));
        Later(20, 90);
        yield return Do(_staff.Lead, new MeetStep(step.Id, "Put right and sampled again."));
    }

    private IEnumerable<Deed> Reports()
    {
        Later(30, 160);
        yield return Do(_staff.Lead, new ReportProgress(chance.Pick(Phrases.Progress), ForBoard: true, ForPortal: chance.In(50), Channel: chance.In(50) ? "portal" : null));
        if (chance.In(40))
            yield return Do(_staff.Lead, new RateRag((Rag)chance.Weighted(2, 5, 4), chance.Pick(Phrases.RagReasons)));
        Later(2, 40);
        if (chance.In(45))
            yield return Do(_staff.Flo, ToldTheBoard());
        if (chance.In(2))
            yield return Remembered(_staff.Flo, new ReportProgress("Found in the minutes: the board had been told.", ForBoard: true));
        foreach (var deed in chance.In(6) ? Guidance() : MissedDeadline()) yield return deed;
    }

    private IEnumerable<Deed> Guidance()
    {
        var request = $"question-{State.Version}";
        yield return Do(_staff.Flo, new RequestGuidance(chance.Pick(Phrases.Questions), request));
        Later(5, 40);
        yield return Do(_staff.Fll, new GiveGuidance(chance.Pick(Phrases.Advice), RequestId: request));
    }

    private IEnumerable<Deed> MissedDeadline()
    {
        if (State.DueOn is not { } due || due >= _day || State.MissedDeadlines.Count > 0 || !chance.In(60)) yield break;
        yield return Do(_staff.Flo, new ExplainMissedDeadline(chance.Pick(Phrases.Late), due, chance.In(20) ? true : null));
        if (!chance.In(40)) yield break;
        Later(5, 40);
        var agreed = Deadlines.ByTheEndOfTheMonth("Complete all of it", _day.AddDays(chance.Between(90, 360)));
        yield return Do(_staff.Fll, new ChangeDeadline([agreed], "Agreed with the force liaison lead."));
    }

    private ReportToBoard ToldTheBoard() =>
        new(State.Board ?? Phrases.Boards[0], _day, Text: chance.Pick(Phrases.Progress));

    private SubmitEvidence Evidence(IReadOnlyList<string> steps)
    {
        var name = chance.Pick(Phrases.Evidence);
        return chance.In(75)
            ? new(name, Sha256: $"{chance.Next():x16}{chance.Next():x16}{chance.Next():x16}{chance.Next():x16}", MediaType: "application/pdf",
                Size: chance.Between(20_000, 4_000_000), Marking: chance.In(15) ? Marking.OfficialSensitive : Marking.Official, Steps: steps)
            : new(name, Link: $"https://records.example.org/{chance.Next():x8}", Steps: steps);
    }
}
