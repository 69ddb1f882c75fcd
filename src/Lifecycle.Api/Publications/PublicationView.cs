using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Publications;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Publications;

/// <summary>A publication as lists show it.</summary>
/// <param name="PublishedAsPrinted">The date as printed, also where it was corrected.</param>
/// <param name="Inspected">Ids of the bodies inspected; null is unknown. Not the same as those addressed.</param>
/// <param name="Made">Records that it makes, each once however many bodies it is addressed to.</param>
/// <param name="Relevant">Of the records that you may see, one for each body: those relevant to it.</param>
/// <param name="ByStatus">The same records by status.</param>
public sealed record PublicationItem(
    string Id, string Title, string? TitleAsPrinted, string Kind, DateOnly PublishedOn, DatePrecision Precision,
    string? PublishedAsPrinted, bool National, IReadOnlyList<string>? Inspected, IReadOnlyList<string> Addressed,
    IReadOnlyList<string> JointWith, string? CommissionedBy, string? Source, string? Notes, int Made, long Relevant,
    IReadOnlyDictionary<Status, long> ByStatus)
{
    internal static PublicationItem Of(PublicationSummary of) => new(
        of.Publication, of.Title, of.TitleAsPrinted, of.Kind, of.PublishedOn, of.Precision, of.PublishedAsPrinted, of.National,
        of.Inspected, of.Addressed, of.JointWith, of.CommissionedBy, of.Source, of.Notes, of.Made, of.Relevant, of.ByStatus);
}

/// <summary>One publication with what it prints.</summary>
/// <param name="Counts">Counts that it prints, known before or without the records. Null is not stated, which is not nought.</param>
/// <param name="Grades">Graded judgments, each on its own scale.</param>
public sealed record PublicationView(
    PublicationItem Publication, IReadOnlyList<CountView> Counts, IReadOnlyList<GradeView> Grades, DateOnly AsAt, DateTimeOffset? KnownAt)
{
    internal static PublicationView Of(PublicationPaper paper, AsOf asOf) => new(
        PublicationItem.Of(paper.Summary), [.. paper.Counts.Select(CountView.Of)], [.. paper.Grades.Select(GradeView.Of)], asOf.AsAt, asOf.KnownAt);
}

/// <summary>A count as printed, for one body or "national".</summary>
public sealed record CountView(string Subject, string Counted, int? Count, string? Source, string? Note)
{
    internal static CountView Of(DeclaredCount of) => new(of.Subject, of.Counted, of.Count, of.Source, of.Note);
}

/// <summary>One body's grade in one area.</summary>
/// <param name="Grade">As it stands; null where the area was looked at but not graded.</param>
/// <param name="Printed">As printed.</param>
public sealed record GradeView(
    string Publication, string Body, string Cycle, string Area, JudgmentScale Scale, JudgmentGrade? Grade, JudgmentGrade? Printed,
    GradeProvenance Provenance, string? Note)
{
    internal static GradeView Of(GradeCell of) => new(
        of.Publication, of.Body, of.Cycle, of.Area, of.Scale, of.Grade, of.Printed, of.Provenance, of.Note);
}

/// <summary>What publishing did.</summary>
/// <param name="Added">Events added, the records' own included; none when all of it was known.</param>
public sealed record PublishedView(string Id, int Records, int Added);
