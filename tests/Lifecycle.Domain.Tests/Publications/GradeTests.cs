using Lifecycle.Domain.Publications;
using static Lifecycle.Domain.Tests.Publications.Report;

namespace Lifecycle.Domain.Tests.Publications;

public class GradeTests
{
    private static readonly Publication Graded2025 = After(Disorder with { Judgments = [Graded(JudgmentGrade.Good)] });
    private static readonly CorrectPublication Misprint =
        new("disorder-tranche-2", "grade/west-mercia/2025/crime-prevention", "good", "adequate", "Annex B says adequate.");

    [Fact]
    public void Another_grade_is_refused() =>
        Assert.Equal("grade_published", Refused(Disorder with { Judgments = [Graded(JudgmentGrade.Adequate)] }, Graded2025).Code);

    [Fact]
    public void Another_scale_for_the_same_assessment_is_refused() =>
        Assert.Equal("scale_differs", Refused(Disorder with { Judgments = [Graded(JudgmentGrade.Good, JudgmentScale.FourPoint)] }, Graded2025).Code);

    [Fact]
    public void A_misprint_is_corrected_and_the_print_stays()
    {
        var state = After(Disorder with { Judgments = [Graded(JudgmentGrade.Good)] }, Misprint);
        Assert.Equal(JudgmentGrade.Good, state.PrintedJudgment("west-mercia", "2025", "crime-prevention")!.Grade);
        Assert.Equal("adequate", state.CorrectionOf(Misprint.Field)!.Value);
        Assert.Empty(Accepted(Disorder with { Judgments = [Graded(JudgmentGrade.Adequate)] }, state));
        Assert.Equal("grade_published", Refused(Disorder with { Judgments = [Graded(JudgmentGrade.Outstanding)] }, state).Code);
    }

    [Fact]
    public void A_correction_names_a_published_grade_and_a_word_of_its_scale()
    {
        Assert.Equal("field_not_correctable", Refused(Misprint with { Field = "grade/kent/2025/crime-prevention" }, Graded2025).Code);
        Assert.Equal("grade_not_on_scale", Refused(Misprint with { Value = "splendid" }, Graded2025).Code);
        var fourPoint = After(Disorder with { Judgments = [Graded(JudgmentGrade.Good, JudgmentScale.FourPoint)] });
        Assert.Equal("grade_not_on_scale", Refused(Misprint, fourPoint).Code);
    }

    [Theory]
    [InlineData(JudgmentScale.FivePoint, JudgmentGrade.RequiresImprovement, JudgmentGrade.Good, 2)]
    [InlineData(JudgmentScale.FourPoint, JudgmentGrade.RequiresImprovement, JudgmentGrade.Good, 1)]
    [InlineData(JudgmentScale.FivePoint, JudgmentGrade.Adequate, JudgmentGrade.Inadequate, -2)]
    [InlineData(JudgmentScale.FourPoint, JudgmentGrade.Good, JudgmentGrade.Good, 0)]
    public void Grades_of_one_scale_are_compared(JudgmentScale scale, JudgmentGrade earlier, JudgmentGrade later, int steps) =>
        Assert.Equal(new GradeComparison.Compared(steps), GradeComparison.Of(scale, earlier, scale, later));

    [Fact]
    public void What_was_not_graded_is_not_compared() =>
        Assert.Equal("not_graded", Assert.IsType<GradeComparison.Refused>(
            GradeComparison.Of(JudgmentScale.FivePoint, null, JudgmentScale.FivePoint, JudgmentGrade.Good)).Refusal.Code);
}
