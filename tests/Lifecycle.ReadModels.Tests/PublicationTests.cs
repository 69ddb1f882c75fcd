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
            world.Database, ReadScope.All, new(Body: "wiltshire", Publication: "all"), world.Now, new(), Cancel)).Items.Single();

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

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<List<string>> FoundAsync(World world, PublicationFilter filter) =>
        [.. (await PublicationDigest.SearchAsync(world.Database, ReadScope.Of(["west-mercia"]), filter, world.Now, new(), Cancel))
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
