namespace Lifecycle.Domain.Publications;

/// <summary>Graded judgments of one body. A grade once published is never altered, only corrected; overall is a judgment like any other, never computed.</summary>
public sealed record GradeJudgments(
    string Publication, string Body, string Cycle, JudgmentScale Scale, IReadOnlyList<AreaJudgment> Judgments) : PublicationCommand
{
    public static Decision Decide(GradeJudgments c, Publication? state) =>
        Check.First(
            Check.When(state?.Released is null, "not_released", "Release the publication before you enter its judgments."),
            Check.Bodies([c.Body]),
            Check.Required("assessment", c.Cycle, Check.Short),
            Check.When(c.Judgments.Count > Check.Many, "too_many", $"Enter up to {Check.Many} areas."),
            c.Judgments.Select(judgment => Malformed(judgment, c.Scale)).FirstOrDefault(refusal => refusal is not null))
        ?? Check.First(Repeated(c), OtherScale(c, state!), Altered(c, state!))
        ?? New(c, state!);

    private static Decision New(GradeJudgments c, Publication state)
    {
        var added = c.Judgments.Where(judgment => state.PrintedJudgment(c.Body, c.Cycle, judgment.Area) is null).ToList();
        return Check.Stands(added.Count == 0) ?? Decision.Accept(new JudgmentsGraded(c.Body, c.Cycle, c.Scale, added));
    }

    private static Refusal? Malformed(AreaJudgment? judgment, JudgmentScale scale) => judgment is null
        ? new Refusal("text_required", "Remove the empty judgment.")
        : Check.Required("area", judgment.Area, Check.Short)
          ?? Check.Optional("note", judgment.Note, Check.Long)
          ?? Check.When(scale == JudgmentScale.FourPoint && judgment.Grade == JudgmentGrade.Adequate,
              "grade_not_on_scale", $"{judgment.Area}: adequate does not exist on the four-point scale.");

    private static Refusal? Repeated(GradeJudgments c) => Check.When(
        c.Judgments.DistinctBy(judgment => judgment.Area).Count() < c.Judgments.Count, "area_repeated", "Name each area once.");

    private static Refusal? OtherScale(GradeJudgments c, Publication state) => Check.When(
        state.Judgments.Any(old => old.Body == c.Body && old.Cycle == c.Cycle && old.Scale != c.Scale),
        "scale_differs", $"The assessment {c.Cycle} of {c.Body} was graded on the other scale.");

    private static Refusal? Altered(GradeJudgments c, Publication state)
    {
        var altered = c.Judgments.FirstOrDefault(judgment =>
            state.PrintedJudgment(c.Body, c.Cycle, judgment.Area) is { } printed && printed != judgment && !IsCorrected(c, judgment, printed, state));
        return altered is null ? null : new("grade_published",
            $"{altered.Area} of {c.Body} ({c.Cycle}) is published with another judgment. It stays: a later inspection gives a new one, and a misprint is corrected.");
    }

    private static bool IsCorrected(GradeJudgments c, AreaJudgment judgment, AreaJudgment printed, Publication state) =>
        judgment with { Grade = printed.Grade } == printed
        && state.CorrectionOf(Publications.Publication.GradeField(c.Body, c.Cycle, judgment.Area)) is { } correction
        && correction.Value == Grades.Word(judgment.Grade);
}
