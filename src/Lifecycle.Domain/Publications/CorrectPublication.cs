namespace Lifecycle.Domain.Publications;

/// <summary>A printed value is wrong. Both are kept: the print, and what is right. A grade is named by <see cref="Publications.Publication.GradeField"/>.</summary>
public sealed record CorrectPublication(string Publication, string Field, string? Printed, string? Value, string Reason) : PublicationCommand
{
    public static Decision Decide(CorrectPublication c, Publication? state)
    {
        var corrected = new Corrected(c.Field, c.Printed, c.Value, c.Reason);
        return Check.First(
                Check.When(state?.Released is null, "not_released", "Release the publication before you correct it."),
                Check.Required("field", c.Field, Check.Short),
                Check.Required("reason", c.Reason, Check.Long),
                Check.Optional("printed value", c.Printed, Check.Long),
                Check.Optional("corrected value", c.Value, Check.Long))
            ?? Check.First(Unfit(c, state!))
            ?? Check.Stands(state!.Corrections.Contains(corrected) || state.CorrectionOf(c.Field) is { } last && last.Value == c.Value)
            ?? Decision.Accept(corrected);
    }

    private static Refusal? Unfit(CorrectPublication c, Publication state) => c.Field switch
    {
        "publishedOn" => Day.Malformed(c.Value, c.Act),
        "title" or "kind" => Check.Required("corrected value", c.Value, Check.Short),
        _ when Publications.Publication.CorrectableFields.Contains(c.Field) => null,
        _ when GradedOn(c.Field, state) is { } scale => Check.When(!Grades.IsWord(c.Value, scale), "grade_not_on_scale", $"'{c.Value}' is not a grade of that scale."),
        _ => new("field_not_correctable",
            $"'{c.Field}' cannot be corrected. These can: {string.Join(", ", Publications.Publication.CorrectableFields)}, and grade/body/assessment/area."),
    };

    private static JudgmentScale? GradedOn(string field, Publication state) => state.Judgments
        .Where(e => e.Judgments.Any(judgment => Publications.Publication.GradeField(e.Body, e.Cycle, judgment.Area) == field))
        .Select(e => (JudgmentScale?)e.Scale)
        .FirstOrDefault();
}
