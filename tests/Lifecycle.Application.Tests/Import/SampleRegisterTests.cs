using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Xunit;

namespace Lifecycle.Application.Tests.Import;

/// <summary>The sample register holds what the five papers describe, and every line of it passes the rules.</summary>
public sealed class SampleRegisterTests
{
    private static readonly DateOnly WestMerciasDay = new(2023, 9, 4);
    private static readonly Lazy<Applied> Sample = new(() => Applied.Of(SampleRegister.Read().Select(reading => reading.Document!)));

    private static IEnumerable<Publication> Publications => Sample.Value.Publications.Values.Select(past => Publication.Fold(past)!);

    private static Publication One(string id) => Publication.Fold(Sample.Value.Publications[id])!;

    [Fact]
    public void Every_file_reads_without_a_problem() =>
        Assert.Empty(SampleRegister.Read().SelectMany(reading => reading.Problems).Select(problem => problem.ToString()));

    [Fact]
    public void Every_line_passes_the_rules_of_the_domain() => Assert.Empty(Sample.Value.Refusals);

    [Fact]
    public void No_line_is_idle() => Assert.Empty(Sample.Value.Idle);

    [Fact]
    public void Forty_five_publications_are_out() => Assert.Equal(45, Publications.Count(publication => publication.Released is not null));

    [Fact]
    public void Nine_more_inspections_are_only_announced() => Assert.Equal(9, Publications.Count(publication => publication.Released is null));

    [Fact]
    public void Forty_five_records_are_described_and_two_more_are_known_without_a_name()
    {
        var numbers = Publications.SelectMany(publication => publication.Records).Select(record => record.Number).ToList();
        Assert.Equal((45, 2), (numbers.Count(number => !IsUnnamed(number)), numbers.Count(IsUnnamed)));

        static bool IsUnnamed(string number) => number.StartsWith("unnamed-", StringComparison.Ordinal);
    }

    [Fact]
    public void National_records_fan_out_to_every_body_addressed() => Assert.Equal(683, Sample.Value.Records.Count);

    [Fact]
    public void A_record_for_all_forces_has_43_histories() =>
        Assert.Equal(43, Sample.Value.Records.Keys.Count(reference => reference.StartsWith("peel-effectiveness-2017-1-", StringComparison.Ordinal)));

    [Fact]
    public void Only_a_record_whose_forces_are_not_named_has_no_history() =>
        Assert.Equal(["Stop artificial suppression of demand"], Publications.SelectMany(p => p.Records).Where(r => r.Addressees.Count == 0).Select(r => r.Title));

    [Theory]
    [InlineData("Overall", 1, 30, 12, 0)]
    [InlineData("Crime prevention", 2, 35, 6, 0)]
    [InlineData("Investigation", 0, 33, 10, 0)]
    [InlineData("Vulnerability", 0, 23, 19, 1)]
    [InlineData("Serious and organised crime", 4, 34, 4, 1)]
    public void The_grades_of_2017_tally(string area, int outstanding, int good, int requiresImprovement, int inadequate)
    {
        var grades = One("peel-effectiveness-2017").Judgments.SelectMany(graded => graded.Judgments).Where(judgment => judgment.Area == area).Select(j => j.Grade).ToList();
        Assert.Equal(43, grades.Count);
        Assert.Equal(
            (outstanding, good, requiresImprovement, inadequate),
            (grades.Count(g => g == JudgmentGrade.Outstanding), grades.Count(g => g == JudgmentGrade.Good), grades.Count(g => g == JudgmentGrade.RequiresImprovement), grades.Count(g => g == JudgmentGrade.Inadequate)));
    }

    [Fact]
    public void West_Midlands_has_thirteen_areas_of_which_two_are_not_graded()
    {
        var areas = One("peel-2021-west-midlands").Judgments.Single().Judgments;
        Assert.Equal((13, 2), (areas.Count, areas.Count(area => area.Grade is null)));
    }

    [Theory]
    [InlineData("2023-2025", 6, 52)]
    [InlineData("2025", 4, 14)]
    public void The_grades_of_2025_are_complete(string cycle, int bodies, int grades)
    {
        var graded = Publications.SelectMany(publication => publication.Judgments).Where(one => one.Cycle == cycle).ToList();
        Assert.Equal((bodies, grades), (graded.Count, graded.Sum(one => one.Judgments.Count)));
    }

    [Theory]
    [InlineData("peel-2023-2025-west-mercia", "2024-05-14", "2025-05-14")]
    [InlineData("organised-immigration-crime-2025", "2024-05-16", "2025-05-16")]
    public void A_misprinted_year_is_kept_beside_the_right_one(string id, string printed, string right) => Assert.Equal(
        (DateOnly.Parse(printed, null), DateOnly.Parse(right, null)),
        (One(id).Released!.PublishedOn, One(id).PublishedOn!.Value));

    [Fact]
    public void Unknown_is_not_nought()
    {
        var dorset = One("serious-and-organised-crime-south-west-2025").Counts.Single(count => count.Subject == "dorset");
        Assert.All(dorset.Counts.Values, Assert.Null);
        Assert.Null(One("prevent-2020").Counts.Single().Counts["made"]);
        Assert.Equal(0, One("child-sexual-abuse-in-the-family-2020").Counts.Single().Counts["made"]);
    }

    [Fact]
    public void City_of_London_sums_as_in_its_paper()
    {
        var counts = Publications.SelectMany(publication => publication.Counts).Where(count => count.Subject == "city-of-london").ToList();
        int? Sum(string key) => counts.Sum(count => count.Counts.GetValueOrDefault(key));
        Assert.Equal((51, 35), (Sum("made"), Sum("relevant")));
        Assert.Equal((18, 9, 1, 1), (Sum("implemented"), Sum("in-progress"), Sum("outstanding"), Sum("closed-not-applicable")));
    }

    [Fact]
    public void Lincolnshire_is_known_by_number_alone()
    {
        var lincolnshire = One("peel-2023-2025-lincolnshire");
        Assert.Empty(lincolnshire.Records);
        Assert.Equal((5, 20), (lincolnshire.Counts.Single().Counts["cause-of-concern"], lincolnshire.Counts.Single().Counts["area-for-improvement"]));
    }

    [Fact]
    public void Eight_forces_and_two_averages_declare_what_was_open()
    {
        Assert.Equal(8, Sample.Value.Positions.Count(position => position.Subject.Kind == SubjectKind.Body));
        Assert.Equal([6, 106.625m, 33.125m], Sample.Value.Positions.Single(position => position.Subject.Kind == SubjectKind.GroupAverage).Counts.Values);
        Assert.Equal([4, 129, 27.8m], Sample.Value.Positions.Single(position => position.Subject.Kind == SubjectKind.NationalAverage).Counts.Values);
    }

    [Fact]
    public void West_Mercia_never_itemises_more_than_it_declares()
    {
        var declared = Sample.Value.Positions.Single(position => position.Position == "open-2023-09-04-west-mercia").Counts;
        var open = Sample.Value.AllAsAt(WestMerciasDay).Where(record => record.Body == "west-mercia" && record.Status.IsOpen()).ToList();
        Assert.All(declared, count => Assert.InRange(open.Count(record => record.Kind == count.Key), 1, count.Value!.Value));
    }
}
