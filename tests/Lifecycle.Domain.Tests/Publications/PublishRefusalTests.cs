using Lifecycle.Domain.Publications;
using static Lifecycle.Domain.Tests.Publications.Report;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Publications;

/// <summary>What is wrong with a publication whatever was said before.</summary>
public class PublishRefusalTests
{
    public static TheoryData<string, Publish> Wrong => new()
    {
        { "body_unknown", Disorder with { Addressed = ["atlantis", "kent"] } },
        { "body_unknown", Disorder with { Inspected = ["atlantis"] } },
        { "body_unknown", Disorder with { Records = [Record("r1", RecordKind.Recommendation, "atlantis")] } },
        { "body_unknown", Disorder with { Judgments = [Graded(JudgmentGrade.Good) with { Body = "atlantis" }] } },
        { "body_unknown", Disorder with { Counts = [new("atlantis", new Dictionary<string, int?> { ["a"] = 1 }, null, null)] } },
        { "body_unknown", Disorder with { Diary = [new(DiaryEvent.ReinspectionHeld, "May", Body: "atlantis")] } },
        { "slug_malformed", Disorder with { Id = "Disorder 2" } },
        { "effective_in_future", Disorder with { PublishedOn = Day("2025-06-02") } },
        { "number_repeated", Disorder with { Records = [Record("r1"), Record("r1")] } },
        { "parent_unknown", Disorder with { Records = [Record("r1"), Record("r2") with { Parent = "r1" }] } },
        { "parent_unknown", Disorder with { Records = [Record("c1", RecordKind.CauseOfConcern) with { Parent = "c1" }] } },
        { "level_unknown", Disorder with { Records = [Record("r1") with { Level = 9 }] } },
        { "text_malformed", Disorder with { Counts = [new("national", new Dictionary<string, int?> { ["$a"] = 1 }, null, null)] } },
        { "count_negative", Disorder with { Counts = [new("national", new Dictionary<string, int?> { ["a"] = -1 }, null, null)] } },
        { "grade_not_on_scale", Disorder with { Judgments = [Graded(JudgmentGrade.Adequate, JudgmentScale.FourPoint)] } },
        { "area_repeated", Disorder with { Judgments = [Graded(JudgmentGrade.Good) with { Judgments = [.. Graded(JudgmentGrade.Good).Judgments, .. Graded(JudgmentGrade.Good).Judgments] }] } },
        { "field_not_correctable", Disorder with { Corrections = [new("id", null, "x", "Misprint.")] } },
        { "day_malformed", Disorder with { Corrections = [new("publishedOn", null, "May", "Misprint.")] } },
        { "text_required", Disorder with { Corrections = [new("title", null, "x", "")] } },
        { "text_required", Disorder with { Records = [null!] } },
        { "text_required", Disorder with { Diary = [null!] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_right_is_refused(string code, Publish item) => Assert.Equal(code, Refused(item).Code);

    [Fact]
    public void Unknown_bodies_are_named() =>
        Assert.Contains("atlantis, lemuria", Refused(Disorder with { Addressed = ["atlantis", "kent", "lemuria"] }).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_made_graded_counted_or_corrected_before_the_release()
    {
        Assert.Equal("not_released", Refused(new MakeRecords("x", [Record("r1")])).Code);
        Assert.Equal("not_released", Refused(new GradeJudgments("x", "kent", "2025", JudgmentScale.FivePoint, [])).Code);
        Assert.Equal("not_released", Refused(new DeclareCounts("x", "kent", new Dictionary<string, int?>())).Code);
        Assert.Equal("not_released", Refused(new CorrectPublication("x", "title", null, "y", "Misprint.")).Code);
    }
}
