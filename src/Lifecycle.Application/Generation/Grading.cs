using Lifecycle.Domain.Publications;

namespace Lifecycle.Application.Generation;

/// <summary>Graded judgments of a PEEL report, on the scale of its time.</summary>
internal static class Grading
{
    private const int FirstYearOfFivePoints = 2021;

    private static readonly string[] Areas =
    [
        "Preventing crime", "Police powers and public treatment", "Responding to the public", "Investigating crime",
        "Protecting vulnerable people", "Managing offenders", "Developing a positive workplace", "Leadership and force management",
    ];

    public static JudgmentsGraded Draw(Chance chance, string body, DateOnly on)
    {
        var scale = on.Year < FirstYearOfFivePoints ? JudgmentScale.FourPoint : JudgmentScale.FivePoint;
        return new(body, $"{on.Year}", scale, [.. Areas.Select(area => new AreaJudgment(area, Grade(chance, scale), GradeProvenance.Inspected))]);
    }

    private static JudgmentGrade? Grade(Chance chance, JudgmentScale scale) => chance.Weighted(3, 38, scale == JudgmentScale.FivePoint ? 30 : 0, 24, 4, 1) switch
    {
        5 => null,
        var grade => (JudgmentGrade)grade,
    };
}
