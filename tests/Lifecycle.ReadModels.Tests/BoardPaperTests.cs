using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

/// <summary>What a board reads about single records, and on the day of the paper of 4 September 2023.</summary>
public sealed class BoardPaperTests(PostgresFixture postgres)
{
    private static readonly ReadScope WestMercia = ReadScope.Of(["west-mercia"]);

    [Fact]
    public async Task A_trend_tells_what_was_counted_from_what_a_paper_printed_and_unknown_from_nought()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);
        await world.DoAsync("peel-1-west-mercia", world.By(Role.Fll, Bodies.Hmicfrs), new Withdraw("taken back"));

        var trend = await Trends.ReadAsync(
            world.Database, WestMercia, ["west-mercia"], [new(2022, 1, 1), PaperOf2023.Day, world.Clock.Today()], null, Cancel);

        Assert.Equal(
            [
                (2022, null, null, null), (2023, null, 1L, 2L), (2023, null, 0L, 2L),
            ],
            trend.Points.Chunk(3).Select(day => (day[0].Day.Year, day[0].Open, day[1].Open, day[2].Open)));
        Assert.Equal(
            [(RecordKind.AreaForImprovement, 34m), (RecordKind.CauseOfConcern, 6m), (RecordKind.Recommendation, 104m)],
            trend.Declared.Select(figure => (figure.Kind, figure.Count)));
        Assert.All(trend.Declared, figure => Assert.Equal((PaperOf2023.Day, "004:46-78"), (figure.Day, figure.Source)));
    }

    [Fact]
    public async Task The_same_record_is_counted_for_every_force_and_shown_for_those_in_scope()
    {
        await using var world = await NationalAsync();
        await world.DoAsync("all-1-wiltshire", world.By(Role.Flo, "wiltshire"), new AllocateOwner("head-of-crime"));

        var standing = await SameRecord.ReadAsync(world.Database, WestMercia, "all", "1", world.Now, new(), Cancel);

        Assert.Equal([new(Status.InProgress, 1, 1), new SameRecordCount(Status.Raised, 42, 42)], standing.Counts);
        Assert.Equal(("all-1-west-mercia", 1L), (Assert.Single(standing.Records.Items).Reference, standing.Records.Total));
        Assert.Equal(43, (await SameRecord.ReadAsync(world.Database, ReadScope.All, "all", "1", world.Now, new(1, 2), Cancel)).Records.Total);
        Assert.Empty((await SameRecord.ReadAsync(world.Database, WestMercia, "all", "2", world.Now, new(), Cancel)).Counts);
        Assert.Empty((await SameRecord.ReadAsync(world.Database, WestMercia, "all", "1", new(world.Clock.Today(), new(2023, 1, 1)), new(), Cancel)).Counts);
    }

    [Fact]
    public async Task What_is_overdue_says_how_many_others_are_overdue_with_the_same_record()
    {
        await using var world = await NationalAsync();
        await world.DoAsync("all-1-wiltshire", world.By(Role.Fll, Bodies.Hmicfrs), new Withdraw("taken back"));

        Task<OverduePage> PageAsync(ReadScope scope, AsOf asOf) => Overdue.ReadAsync(world.Database, new(), scope, null, asOf, new(1, 100), Cancel);
        var late = Assert.Single((await PageAsync(WestMercia, world.Now)).Items);

        Assert.Equal(("all-1-west-mercia", 41L), (late.Reference, late.AlsoOverdue));
        Assert.Equal(Enumerable.Repeat(41L, 42), (await PageAsync(ReadScope.All, world.Now)).Items.Select(item => item.AlsoOverdue));
        var before = new AsOf(world.Clock.Today(), world.Clock.Today().AddDays(-1));
        Assert.Equal(Enumerable.Repeat(42L, 43), (await PageAsync(ReadScope.All, before)).Items.Select(item => item.AlsoOverdue));
    }

    [Fact]
    public async Task A_claim_counts_only_where_the_record_is_relevant()
    {
        await using var world = await NationalAsync();
        foreach (var force in new[] { "west-mercia", "wiltshire" })
            await world.DoAsync($"all-1-{force}", world.By(Role.Flo, force), new ReportProgress("done", ForBoard: true, ClaimsImplemented: true));
        await world.DoAsync("all-1-wiltshire", world.By(Role.Flo, "wiltshire"), new DecideRelevance(false, "no such unit"));

        var all = await PublicationDigest.FindAsync(world.Database, ReadScope.All, "all", world.Now, Cancel);
        Assert.Equal((1L, 42L), (all!.Claimed, all.Relevant));
    }

    [Fact]
    public async Task What_was_entered_after_the_paper_is_not_in_the_paper_s_movements()
    {
        await using var world = await NationalAsync();
        var (day, then) = (world.Clock.Today(), world.Clock.Now);
        world.Clock.Now += TimeSpan.FromDays(30);
        await world.DoAsync("all-1-west-mercia", world.By(Role.Fll, Bodies.Hmicfrs, day), new Withdraw("taken back"));

        Task<List<MovementCount>> Counts(AsOf asOf) => Movements.CountAsync(world.Database, WestMercia, null, day.AddDays(-3), asOf, Cancel);
        Assert.Empty(await Counts(new(world.Clock.Today(), day, then)));
        Assert.Equal([new MovementCount(MovementKind.Closed, 1)], await Counts(new(world.Clock.Today(), day)));
        var one = Assert.Single(await Movements.ReadAsync(
            world.Database, WestMercia, null, [MovementKind.Closed], day.AddDays(-3), new(world.Clock.Today(), day), new(), Cancel));
        Assert.Equal((Status.Raised, Status.Withdrawn, "Title 1", day), (one.FromStatus, one.ToStatus, one.Title, one.On));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<World> NationalAsync()
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report("all", new(2024, 1, 10), Record("1", RecordKind.Recommendation, 2, new(2024, 2, 1), bodies: "all-forces")));
        return world;
    }
}
