using System.Globalization;
using Lifecycle.Domain;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Application.Generation;

/// <summary>What happens to one publication: announced, released, sometimes corrected, and followed by a re-inspection.</summary>
internal sealed class PublicationLife(Chance chance, DeskDays desk)
{
    /// <param name="report">With its day of publication.</param>
    /// <param name="announced">Not later than that.</param>
    public Story Of(Publish report, DateOnly announced)
    {
        var story = new Story(Bodies.Hmicfrs, StreamIds.Publication(report.Id), StreamTypes.Publication);
        story.Begin([.. Deeds(report, announced)]);
        return story;
    }

    private IEnumerable<Deed> Deeds(Publish report, DateOnly announced)
    {
        var released = report.PublishedOn!.Value;
        if (announced < released)
            yield return Do(announced, Diary(report, new(DiaryEvent.Notified, Printed(announced), Bodies: report.Addressed, From: announced.AddDays(30))));
        yield return Do(released, report);
        if (chance.In(5))
            yield return Do(desk.From(released.AddDays(chance.Between(5, 60))), Corrected(report));
        if (report.Records!.Any(record => record.Kind == RecordKind.CauseOfConcern))
        {
            foreach (var deed in Reinspection(report, released)) yield return deed;
        }
    }

    private IEnumerable<Deed> Reinspection(Publish report, DateOnly released)
    {
        var body = report.Addressed![0];
        var told = desk.From(released.AddDays(chance.Between(60, 120)));
        var held = desk.From(told.AddDays(chance.Between(120, 400)));
        yield return Do(told, Diary(report, new(DiaryEvent.ReinspectionExpected, $"In {held.Year}", Body: body, NotBefore: told.AddDays(90))));
        yield return Do(held, Diary(report, new(
            DiaryEvent.ReinspectionHeld, Printed(held), Body: body, Judgment: chance.Pick(["Sufficient progress", "Some progress", "Not enough progress"]))));
    }

    private Publish Corrected(Publish report)
    {
        var correction = report.Judgments is [var graded] && graded.Judgments[0].Grade != JudgmentGrade.Good
            ? new Corrected(Publication.GradeField(graded.Body, graded.Cycle, graded.Judgments[0].Area), null, "good", "The summary page printed another grade than the chapter.")
            : new Corrected("notes", null, $"Annex {chance.Between(1, 4)} was published later.", "The first version came without its annex.");
        return report with { Records = null, Judgments = null, Corrections = [correction] };
    }

    private static Publish Diary(Publish report, DiaryEntry entry) =>
        new(report.Id, report.Title, report.Kind, Source: report.Source, Diary: [entry]);

    private static Deed Do(DateOnly on, Publish command) => new(on, on, Staff.Hmi, command);

    private static string Printed(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
