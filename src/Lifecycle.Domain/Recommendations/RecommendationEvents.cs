// Every event of a recommendation's stream, in the order of a life. Longer than most files because it is the
// vocabulary: one place to read what can happen. A stored shape never changes; a new shape is a new record with
// the suffix V2 and an upcast in EventCodec.
namespace Lifecycle.Domain.Recommendations;

/// <summary>HMICFRS raised a record with one body; the first event of its stream.</summary>
/// <param name="Reference">Readable unique slug: publication, number, body.</param>
/// <param name="Publication">Id of the publication that makes the record.</param>
/// <param name="Number">Number within the publication, ours where the print has none.</param>
/// <param name="NumberAsPrinted">The number as printed; null where none is.</param>
/// <param name="Kind">Recommendation, AFI, cause of concern…</param>
/// <param name="Soft">An AFI found in running text.</param>
/// <param name="Body">Id of the responsible body: the owner of this stream.</param>
/// <param name="Title">A few words.</param>
/// <param name="Summary">What is asked, in our own words.</param>
/// <param name="Level">1 to 4 where HMICFRS has graded it; null is unknown, never zero.</param>
/// <param name="Deadlines">Stages, possibly none.</param>
/// <param name="Parent">Reference of the cause of concern that this answers.</param>
/// <param name="Condition">Whom it binds where that depends on a test, for example a shortage of investigators.</param>
/// <param name="Themes">Subjects it belongs to.</param>
/// <param name="Areas">Graded areas it touches: one AFI can feed two.</param>
/// <param name="Partners">Bodies to work with.</param>
/// <param name="RaisedOn">Day of publication, best reading.</param>
/// <param name="Source">Where this is printed.</param>
public sealed record RecommendationRaised(
    string Reference,
    string Publication,
    string Number,
    string? NumberAsPrinted,
    RecordKind Kind,
    bool Soft,
    string Body,
    string Title,
    string Summary,
    int? Level,
    IReadOnlyList<DeadlineStage> Deadlines,
    string? Parent,
    string? Condition,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Partners,
    DateOnly RaisedOn,
    string? Source) : IEvent;

/// <summary>HMICFRS set the level, 1 (least) to 4 (most severe); a later one is a re-grade and says why.</summary>
public sealed record LevelGraded(int Level, string? Reason) : IEvent;

/// <summary>Whether the record applies to this body, from the event's day on.</summary>
public sealed record RelevanceDecided(bool Relevant, string Reason) : IEvent;

/// <summary>Who leads the work, and which board watches it. <paramref name="Owner"/> is the id of a post, not a name.</summary>
public sealed record OwnerAllocated(string Owner, string? Board) : IEvent;

/// <summary>The force's own traffic light, always with its reason.</summary>
public sealed record RagRated(Rag Rag, string Reason) : IEvent;

/// <summary>Entered in the force's risk register.</summary>
public sealed record RiskRegistered(string RiskReference, string? Note) : IEvent;

/// <summary>The steps to green, all of them: a later list replaces an earlier one; a step that keeps its id keeps its standing.</summary>
public sealed record StepsToGreenSet(IReadOnlyList<StepToGreen> Steps) : IEvent;

/// <summary>A step was met.</summary>
public sealed record StepMet(string Step, string? Note) : IEvent;

/// <summary>A step that was met no longer is.</summary>
public sealed record StepReopened(string Step, string Reason) : IEvent;

/// <summary>One text on progress that serves board and portal alike (seed paper 004, lines 124-126).</summary>
/// <param name="ReportId">Id of the report, unique within the stream.</param>
/// <param name="Text">What was done.</param>
/// <param name="ForBoard">Meant for the board.</param>
/// <param name="ForPortal">Meant for HMICFRS's monitoring portal.</param>
/// <param name="Channel">How it reached HMICFRS, for example "portal" or "npcc"; null where it has not.</param>
/// <param name="ClaimsImplemented">The force says it is done. A claim, never a status.</param>
public sealed record ProgressReported(
    string ReportId, string Text, bool ForBoard, bool ForPortal, string? Channel, bool ClaimsImplemented) : IEvent;

/// <summary>An item of evidence: a file known by its digest, or a link.</summary>
/// <param name="EvidenceId">Id of the item, unique within the stream.</param>
/// <param name="Name">File name or title of the link.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hexadecimal digits; null for a link.</param>
/// <param name="MediaType">For example application/pdf; null for a link.</param>
/// <param name="Size">Bytes; null for a link.</param>
/// <param name="Link">Address; null for a file.</param>
/// <param name="Marking">Government security classification.</param>
/// <param name="Steps">Ids of the steps that it proves.</param>
public sealed record EvidenceSubmitted(
    string EvidenceId,
    string Name,
    string? Description,
    string? Sha256,
    string? MediaType,
    long? Size,
    string? Link,
    Marking Marking,
    IReadOnlyList<string> Steps) : IEvent;

/// <summary>An item of evidence no longer counts. It stays in the history.</summary>
public sealed record EvidenceWithdrawn(string EvidenceId, string Reason) : IEvent;

/// <summary>The force asked HMICFRS how to complete the item.</summary>
public sealed record GuidanceRequested(string RequestId, string Question) : IEvent;

/// <summary>HMICFRS answered; <paramref name="RequestId"/> is null for unasked advice.</summary>
public sealed record GuidanceGiven(string GuidanceId, string? RequestId, string Advice) : IEvent;

/// <summary>The deputy chief constable was satisfied.</summary>
public sealed record ScrutinyPassed(string? Note) : IEvent;

/// <summary>The deputy chief constable was not satisfied.</summary>
public sealed record ScrutinyReturned(string Reason) : IEvent;

/// <summary>The force says the record can be closed. Binds what was judged: the evidence and the version of the stream.</summary>
/// <param name="Statement">The case for closure.</param>
/// <param name="RecommendedBy">Actor id; the same person never signs off.</param>
/// <param name="Evidence">Evidence standing at that moment, as digests or links.</param>
/// <param name="VersionJudged">Version of the stream when it was judged.</param>
public sealed record ClosureRecommended(
    string Statement, string RecommendedBy, IReadOnlyList<JudgedEvidence> Evidence, long VersionJudged) : IEvent;

/// <summary>Whoever may sign off sent it back.</summary>
public sealed record ClosureReturned(string Missing) : IEvent;

/// <summary>Signed off, with the authority it rests on and what was judged.</summary>
/// <param name="Authority">Whose authority: the chief constable's or HMICFRS's.</param>
/// <param name="Channel">How, for example "meeting" or "portal".</param>
/// <param name="OversightNote">What oversight there was; required where the rule says so.</param>
/// <param name="Evidence">Evidence judged.</param>
/// <param name="VersionJudged">Version of the stream that was judged.</param>
/// <param name="Level">Level on which the authority was decided; null when unknown.</param>
/// <param name="Rule">Id of the authority rule applied.</param>
/// <param name="RuleVersion">Version of that rule.</param>
public sealed record SignedOff(
    SignOffAuthority Authority,
    string? Channel,
    string? OversightNote,
    IReadOnlyList<JudgedEvidence> Evidence,
    long VersionJudged,
    int? Level,
    string Rule,
    int RuleVersion) : IEvent;

/// <summary>Closed because it no longer applies to this body.</summary>
public sealed record ClosedNotApplicable(string Reason) : IEvent;

/// <summary>Replaced by a later record.</summary>
public sealed record Superseded(string Successor, string Reason) : IEvent;

/// <summary>HMICFRS took the record back.</summary>
public sealed record Withdrawn(string Reason) : IEvent;

/// <summary>HMICFRS opened an ended record again, for example after a re-inspection.</summary>
public sealed record Reopened(string Reason) : IEvent;

/// <summary>New deadline stages; the earlier ones stay in the history.</summary>
public sealed record DeadlineChanged(IReadOnlyList<DeadlineStage> Deadlines, string Reason) : IEvent;

/// <summary>A deadline passed and the force said why. The record stays open.</summary>
/// <param name="Due">The day that was missed; null where the print gives no date.</param>
/// <param name="Reason">Why.</param>
/// <param name="SharedWithOtherForces">Whether other forces missed it too; null while nobody has asked.</param>
public sealed record MissedDeadlineExplained(DateOnly? Due, string Reason, bool? SharedWithOtherForces) : IEvent;

/// <summary>The force's own expected day, apart from the deadline.</summary>
/// <param name="Expected">The day; the last one where a month was printed.</param>
/// <param name="Printed">As printed or said.</param>
public sealed record DeliveryForecast(DateOnly Expected, string? Printed) : IEvent;

/// <summary>A board was told, on a day, by a certain text.</summary>
public sealed record ReportedToBoard(string Board, DateOnly MeetingOn, string? ReportId, string? Text) : IEvent;

/// <summary>A relation to another record.</summary>
public sealed record Linked(LinkRelation Relation, string Target, string? Note) : IEvent;
