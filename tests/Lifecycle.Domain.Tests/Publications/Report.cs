using Lifecycle.Domain.Publications;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Publications;

/// <summary>A publication to tell stories about, and the telling.</summary>
internal static class Report
{
    public static readonly Act Hmicfrs = Hmi("2025-06-01");

    public static readonly Publish Disorder = new(
        "disorder-tranche-2", "Policing response to disorder", "national-thematic",
        PublishedOn: Day("2025-05-07"), PublishedAsPrinted: "7th May 2025", National: true, Addressed: [Addressees.AllForces, "npcc"], Source: "000:114");

    public static MadeRecord Record(string number, RecordKind kind = RecordKind.Recommendation, params string[] addressees) =>
        new(number, null, kind, false, "A title", "A summary", addressees, null, [], null, null, null, [], [], [], null);

    public static JudgmentsGraded Graded(JudgmentGrade grade, JudgmentScale scale = JudgmentScale.FivePoint) =>
        new("west-mercia", "2025", scale, [new("crime-prevention", grade, GradeProvenance.Inspected)]);

    public static IReadOnlyList<IEvent> Accepted(PublicationCommand command, Publication? state = null) =>
        Assert.IsType<Decision.Accepted>(PublicationDecider.Decide(command with { Act = Hmicfrs }, state), exactMatch: true).Events;

    public static Refusal Refused(PublicationCommand command, Publication? state = null, Act? by = null) =>
        Assert.IsType<Decision.Refused>(PublicationDecider.Decide(command with { Act = by ?? Hmicfrs }, state)).Refusal;

    /// <summary>The state after the commands, each of which is decided again and found to add nothing.</summary>
    public static Publication After(params PublicationCommand[] commands)
    {
        var stream = new List<Recorded>();
        foreach (var command in commands)
        {
            foreach (var happened in Accepted(command, Publication.Fold(stream)))
                stream.Add(new(stream.Count + 1, Hmicfrs.At, EventHeaders.Of(Hmicfrs, happened), happened));
            Assert.Empty(Accepted(command, Publication.Fold(stream)));
        }

        return Publication.Fold(stream)!;
    }
}
