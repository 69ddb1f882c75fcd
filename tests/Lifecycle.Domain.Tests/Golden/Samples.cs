using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Golden;

/// <summary>One event of every type, each with something in every field that can be filled. Their JSON is frozen in the files beside this one.</summary>
internal static class Samples
{
    private static readonly DeadlineStage Stage = new("Enable it", "By April 2018", DeadlineForm.Month, Day("2018-04-30"), "npcc");
    private static readonly JudgedEvidence Judged = new("audit", new('a', 64), null);

    public static IReadOnlyList<IEvent> All { get; } = [.. OfPublications(), .. OfRecommendations(), .. OfEndings(), new Corrected("title", "Stop & search", "Stop and search", "Misprint.")];

    private static IEnumerable<IEvent> OfPublications() =>
    [
        new InspectionNotified("peel-kent-2025", "PEEL: Kent", "peel", ["kent"], "January 2025", Day("2025-01-06"), "Fieldwork"),
        new ReinspectionExpected("kent", "spring 2026", Day("2026-03-01"), "Custody"),
        new ReinspectionHeld("kent", "May 2026", "adequate progress", "Custody"),
        new PublicationReleased("peel-kent-2025", "PEEL: Kent", "PEEL 2023–2025", "peel", Day("2025-05-31"), DatePrecision.Month, "May 2025", false, ["kent"], ["kent"], ["ofsted"], "Home Secretary", "000:143", "Corrected year"),
        new RecordsMade([new("c1", "1", RecordKind.CauseOfConcern, true, "Custody", "Make custody safe.", ["kent"], "the force", ["npcc"], "if short of staff", null, 3, [Stage], ["custody"], ["custody"], "000:150")]),
        new JudgmentsGraded("kent", "2023-2025", JudgmentScale.FivePoint, [new("custody", JudgmentGrade.RequiresImprovement, GradeProvenance.Inspected, "Draft moved"), new("armed", null, GradeProvenance.Unknown)]),
        new CountsDeclared("kent", new Dictionary<string, int?> { ["soft-areas-for-improvement"] = 18, ["notable-practice"] = null }, "003:290", "Soft ones included"),
        new PositionDeclared("kent-2023-09", new(SubjectKind.GroupAverage, "kent"), Day("2023-09-04"), new Dictionary<RecordKind, decimal?> { [RecordKind.AreaForImprovement] = 33.125m, [RecordKind.CauseOfConcern] = null }, "004:57", "Eight forces"),
    ];

    private static IEnumerable<IEvent> OfRecommendations() =>
    [
        new RecommendationRaised("peel-kent-2025-r1-kent", "peel-kent-2025", "r1", "1", RecordKind.Recommendation, false, "kent", "Custody", "Make custody safe.", 3, [Stage], "peel-kent-2025-c1-kent", "if short of staff", ["custody"], ["custody"], ["npcc"], Day("2025-05-31"), "000:150"),
        new LevelGraded(2, "Less serious than thought."),
        new RelevanceDecided(false, "No custody suite."),
        new OwnerAllocated("head-of-custody", "sib"),
        new RagRated(Rag.Amber, "Half done."),
        new RiskRegistered("R-17", "High"),
        new StepsToGreenSet([new("1", "Every search recorded", StepOrigin.Hmicfrs)]),
        new StepMet("1", "Seen."),
        new StepReopened("1", "Slipped."),
        new ProgressReported("feb", "Half done.", true, true, "portal", true),
        new EvidenceSubmitted("audit", "audit.pdf", "Fifty searches", new('a', 64), "application/pdf", 4096, null, Marking.OfficialSensitive, ["1"]),
        new EvidenceWithdrawn("audit", "Wrong file."),
        new GuidanceRequested("request-2", "How many?"),
        new GuidanceGiven("guidance-3", "request-2", "Fifty."),
        new ScrutinyPassed("Fine."),
        new ScrutinyReturned("Too thin."),
        new DeadlineChanged([Stage], "Agreed."),
        new MissedDeadlineExplained(Day("2018-04-30"), "Late data.", true),
        new DeliveryForecast(Day("2018-11-30"), "November 2018"),
        new ReportedToBoard("sib", Day("2018-05-01"), "feb", "Half done."),
        new Erased(3, ["/reason"], "UK GDPR article 17", "It named a person."),
        new Linked(LinkRelation.CitedAgain, "peel-kent-2027-r4-kent", "Section 3"),
    ];

    private static IEnumerable<IEvent> OfEndings() =>
    [
        new ClosureRecommended("Done.", "flo-1", [Judged], 9),
        new ClosureReturned("A larger sample."),
        new SignedOff(SignOffAuthority.ChiefConstable, "meeting", "Audit committee", [Judged], 9, 2, "level-2-chief-constable", 1),
        new ClosedNotApplicable("Its own inspection replaced it."),
        new Superseded("peel-kent-2027-r4-kent", "Asked again."),
        new Withdrawn("Raised in error."),
        new Reopened("Re-inspected."),
    ];
}
