namespace Lifecycle.Domain.Publications;

/// <summary>Two grades side by side, where that means anything: adequate moved the others apart in 2021, so scales are never mixed.</summary>
public abstract record GradeComparison
{
    /// <summary>Both on one scale. <paramref name="Steps"/> is positive when the later grade is better.</summary>
    public sealed record Compared(int Steps) : GradeComparison;

    /// <summary>Not comparable, and why.</summary>
    public sealed record Refused(Refusal Refusal) : GradeComparison;

    /// <param name="earlier">Null is not graded.</param>
    /// <param name="later">Null is not graded.</param>
    public static GradeComparison Of(JudgmentScale earlierScale, JudgmentGrade? earlier, JudgmentScale laterScale, JudgmentGrade? later) =>
        earlierScale != laterScale
            ? new Refused(new("scales_differ", "Grades of the four-point and the five-point scale cannot be compared."))
        : earlier is null || later is null
            ? new Refused(new("not_graded", "An area that was not graded cannot be compared."))
        : new Compared(Rank(earlierScale, earlier.Value) - Rank(laterScale, later.Value));

    // From best to worst; adequate is no step of the four-point scale.
    private static int Rank(JudgmentScale scale, JudgmentGrade grade) =>
        (int)grade - (scale == JudgmentScale.FourPoint && grade > JudgmentGrade.Adequate ? 1 : 0);
}
