namespace Lifecycle.Domain.Publications;

/// <summary>HMICFRS gave notice of an inspection; a publication's stream may begin with it, years before the report.</summary>
public sealed record InspectionNotified(
    string Publication, string Title, string Kind, IReadOnlyList<string> Bodies, string When, DateOnly? From, string? Note) : IEvent;

/// <summary>A re-inspection is expected.</summary>
public sealed record ReinspectionExpected(string Body, string When, DateOnly? NotBefore, string? Note) : IEvent;

/// <summary>A re-inspection took place, with what HMICFRS made of it. The judgment is a free word here, not a grade (handbook trap 13).</summary>
public sealed record ReinspectionHeld(string Body, string When, string? Judgment, string? Note) : IEvent;

/// <summary>A report, letter or other publication came out.</summary>
/// <param name="Publication">Id, a readable slug.</param>
/// <param name="Title">Title; ours where the source prints none.</param>
/// <param name="TitleAsPrinted">Title as printed; null where the source has none.</param>
/// <param name="Kind">For example peel, national-thematic, custody (handbook 3).</param>
/// <param name="PublishedOn">Day as read from the print; the last day it can be where the print is less exact.</param>
/// <param name="Precision">How exact that day is.</param>
/// <param name="PublishedAsPrinted">The date as printed; null where none is.</param>
/// <param name="National">Addressed to the service as a whole.</param>
/// <param name="Inspected">Ids of the bodies inspected; null is unknown. Not the same as those addressed.</param>
/// <param name="Addressed">Ids of the bodies addressed.</param>
/// <param name="JointWith">Partner inspectorates.</param>
/// <param name="CommissionedBy">Who asked for it; null for the programme.</param>
/// <param name="Source">Where it is printed.</param>
/// <param name="Notes">Anything a reader must know.</param>
public sealed record PublicationReleased(
    string Publication,
    string Title,
    string? TitleAsPrinted,
    string Kind,
    DateOnly PublishedOn,
    DatePrecision Precision,
    string? PublishedAsPrinted,
    bool National,
    IReadOnlyList<string>? Inspected,
    IReadOnlyList<string> Addressed,
    IReadOnlyList<string> JointWith,
    string? CommissionedBy,
    string? Source,
    string? Notes) : IEvent;

/// <summary>The records that the publication makes. Later calls add; a number that is known adds nothing.</summary>
public sealed record RecordsMade(IReadOnlyList<MadeRecord> Records) : IEvent;

/// <summary>Graded judgments of one body, on one named scale.</summary>
/// <param name="Body">Id of the body judged.</param>
/// <param name="Cycle">Which assessment, for example "2017", "2021", "2023-2025".</param>
/// <param name="Scale">The scale of the grades.</param>
/// <param name="Judgments">One per area.</param>
public sealed record JudgmentsGraded(
    string Body, string Cycle, JudgmentScale Scale, IReadOnlyList<AreaJudgment> Judgments) : IEvent;

/// <summary>Counts that a source prints for one subject, known before or without the records themselves.</summary>
/// <param name="Subject">Id of the body, or "national".</param>
/// <param name="Counts">By what is counted; null is not stated, zero is nought.</param>
/// <param name="Source">Where it is printed.</param>
/// <param name="Note">For example that soft AFIs are included.</param>
public sealed record CountsDeclared(string Subject, IReadOnlyDictionary<string, int?> Counts, string? Source, string? Note) : IEvent;
