using Lifecycle.Domain;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class PublicationTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_body_finds_what_names_it_and_what_names_all_forces()
    {
        await using var world = await ThreeAsync();

        Assert.Equal(["all", "peel"], await FoundAsync(world, new(Body: "west-mercia")));
        Assert.Equal(["all"], await FoundAsync(world, new(Body: "wiltshire")));
        Assert.Equal(["college"], await FoundAsync(world, new(Body: "college-of-policing")));
    }

    [Fact]
    public async Task A_window_includes_both_its_days_and_lists_the_newest_first()
    {
        await using var world = await ThreeAsync();
        Assert.Equal(["all", "peel"], await FoundAsync(world, new(From: new(2024, 1, 10), To: new(2024, 1, 20))));
    }

    [Fact]
    public async Task Made_is_counted_once_and_standing_for_the_body_asked_for()
    {
        await using var world = await ThreeAsync();
        await world.DoAsync("all-1-wiltshire", world.By(Role.Flo, "wiltshire"), new DecideRelevance(false, "no such unit"));

        var nation = await PublicationDigest.FindAsync(world.Database, ReadScope.All, "all", world.Now, Cancel);
        var force = (await PublicationDigest.SearchAsync(
            world.Database, new(), ReadScope.All, new(Body: "wiltshire", Publication: "all"), world.Now, new(), Cancel)).Items.Single();

        Assert.Equal((1, 42L, 1L), (nation!.Made, nation.Relevant, nation.ByStatus[Status.NotRelevant]));
        Assert.Equal((1, 0L, 1L), (force.Made, force.Relevant, force.ByStatus[Status.NotRelevant]));
    }

    [Fact]
    public async Task A_notice_of_an_inspection_is_no_publication_yet()
    {
        await using var world = await ThreeAsync();
        await world.PublishAsync(new Publish("coming", "Coming", "peel", Diary: [new(DiaryEvent.Notified, "autumn", ["wiltshire"])]));
        Assert.DoesNotContain("coming", await FoundAsync(world, new()));
    }

    [Fact]
    public async Task A_corrected_grade_stands_beside_the_printed_one()
    {
        await using var world = await ThreeAsync();
        var graded = Report("graded", new(2024, 2, 1)) with
        {
            Judgments = [new("wiltshire", "2024", JudgmentScale.FivePoint, [new("crime", JudgmentGrade.Good, GradeProvenance.Inspected)])],
        };
        await world.PublishAsync(graded);
        await world.PublishAsync(graded with { Corrections = [new(Publication.GradeField("wiltshire", "2024", "crime"), "good", "adequate", "misprint")] });

        var cell = Assert.Single(await GradeGrid.ReadAsync(world.Database, ReadScope.All, ["wiltshire"], "2024", null, world.Now, Cancel));
        Assert.Equal((JudgmentGrade.Adequate, JudgmentGrade.Good), (cell.Grade, cell.Printed));
    }

    [Fact]
    public async Task A_corrected_day_stands_beside_the_printed_one_and_an_uncorrected_one_alone()
    {
        await using var world = await ThreeAsync();
        var report = Report("misprinted", new(2023, 2, 1));
        await world.PublishAsync(report);
        await world.PublishAsync(report with { Corrections = [new("publishedOn", "2023-02-01", "2024-02-01", "misprint")] });

        var found = await PublicationDigest.SearchAsync(world.Database, new(), ReadScope.All, new(), world.Now, new(), Cancel);

        Assert.Equal((new DateOnly(2024, 2, 1), new DateOnly(2023, 2, 1)), Days(found.Items.Single(one => one.Publication == "misprinted")));
        Assert.Equal((new DateOnly(2024, 1, 10), null), Days(found.Items.Single(one => one.Publication == "peel")));
    }

    [Fact]
    public async Task A_publication_stands_apart_with_each_body_that_the_scope_may_see()
    {
        await using var world = await ThreeAsync();
        await world.DoAsync("all-1-essex", world.By(Role.Flo, "essex"), new ReportProgress("done", ForPortal: true, ClaimsImplemented: true));

        var nation = await PublicationStanding.ReadAsync(world.Database, ReadScope.All, "all", world.Now, Cancel);
        var force = await PublicationStanding.ReadAsync(world.Database, ReadScope.Of(["essex"]), "all", world.Now, Cancel);

        Assert.Equal(43, nation.Count);
        Assert.Equal(1, nation.Sum(group => group.Claimed));
        var only = Assert.Single(force);
        Assert.Equal(("essex", RecordKind.Recommendation, 1L, 1L), (only.Body, only.Kind, only.Records, only.Claimed));
    }

    [Fact]
    public async Task Assessments_are_listed_latest_first_each_with_its_scale()
    {
        await using var world = await ThreeAsync();
        await world.PublishAsync(Report("old", new(2024, 2, 1)) with { Judgments = [Judged("essex", "2017", JudgmentScale.FourPoint), Judged("kent", "2017", JudgmentScale.FourPoint)] });
        await world.PublishAsync(Report("new", new(2024, 2, 2)) with { Judgments = [Judged("essex", "2023-2025", JudgmentScale.FivePoint)] });

        Assert.Equal(
            [new("2023-2025", JudgmentScale.FivePoint, 1), new("2017", JudgmentScale.FourPoint, 2)],
            await GradeGrid.CyclesAsync(world.Database, ReadScope.Of(["essex"]), world.Now, Cancel));
    }

    private static JudgmentsGraded Judged(string body, string cycle, JudgmentScale scale) =>
        new(body, cycle, scale, [new("crime", JudgmentGrade.Good, GradeProvenance.Inspected)]);

    private static (DateOnly, DateOnly?) Days(PublicationSummary publication) => (publication.PublishedOn, publication.PrintedOn);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<List<string>> FoundAsync(World world, PublicationFilter filter) =>
        [.. (await PublicationDigest.SearchAsync(world.Database, new(), ReadScope.Of(["west-mercia"]), filter, world.Now, new(), Cancel))
            .Items.Select(publication => publication.Publication)];

    private async Task<World> ThreeAsync()
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report("peel", new(2024, 1, 10), Record("1", RecordKind.Recommendation, 2, bodies: "west-mercia")));
        await world.PublishAsync(Report("all", new(2024, 1, 20), Record("1", RecordKind.Recommendation, 2, bodies: Addressees.AllForces)));
        await world.PublishAsync(Report("college", new(2024, 1, 30), Record("1", RecordKind.Recommendation, 2, bodies: "college-of-policing")));
        return world;
    }
}
