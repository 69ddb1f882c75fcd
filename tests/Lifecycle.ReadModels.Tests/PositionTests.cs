using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;

namespace Lifecycle.ReadModels.Tests;

/// <summary>Declared totals and itemised records on the day of the paper of 4 September 2023.</summary>
public sealed class PositionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_declared_count_is_the_total_of_its_day_and_itemised_records_count_towards_it()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);

        var totals = await TotalsAsync(world, PaperOf2023.AsAt);

        Assert.Equal(
            [(RecordKind.Recommendation, 1L, 104m, 103m), (RecordKind.AreaForImprovement, 2L, 34m, 32m)],
            totals.Where(t => t.Kind != RecordKind.CauseOfConcern).Select(t => (t.Kind, t.Itemised!.Value, t.Value!.Value, t.NotItemised!.Value)));
        Assert.Equal((null, 6m, CountBasis.Declared), totals.Where(t => t.Kind == RecordKind.CauseOfConcern).Select(t => (t.Itemised, t.Value, t.Basis)).Single());
        Assert.DoesNotContain(totals, total => total.ItemisedExceedDeclared);
    }

    [Fact]
    public async Task On_any_other_day_only_what_is_held_counts_and_what_was_never_held_is_unknown()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);

        var totals = await TotalsAsync(world, new AsOf(PaperOf2023.AsAt.Today, PaperOf2023.Day.AddDays(1)));

        Assert.Equal([null, 1m, 2m], totals.OrderBy(t => t.Value).Select(t => t.Value));
        Assert.Equal(CountBasis.Unknown, totals.Single(t => t.Kind == RecordKind.CauseOfConcern).Basis);
    }

    [Fact]
    public async Task A_kind_of_which_nothing_is_open_any_more_is_nought_and_not_unknown()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);
        await world.DoAsync("peel-1-west-mercia", world.Hmi, new Withdraw("taken back"));

        var totals = await TotalsAsync(world, world.Now);

        Assert.Equal(0, totals.Single(t => t.Kind == RecordKind.Recommendation).Itemised);
    }

    [Fact]
    public async Task More_itemised_than_declared_shows_both_and_is_flagged()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);
        await world.CorrectPositionAsync("004-west-mercia", new CorrectPosition("counts/area-for-improvement", "34", "1", "misread"));

        var afis = (await TotalsAsync(world, PaperOf2023.AsAt)).Single(t => t.Kind == RecordKind.AreaForImprovement);

        Assert.Equal((2L, 1m, (decimal?)null, true), (afis.Itemised!.Value, afis.Declared!.Value, afis.NotItemised, afis.ItemisedExceedDeclared));
    }

    [Fact]
    public async Task A_correction_changes_what_is_known_now_and_not_what_was_known_then()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);
        var then = world.Lives.Max(life => life.Events[^1].RecordedAt);
        world.Clock.Now += TimeSpan.FromDays(1);
        await world.CorrectPositionAsync("004-west-mercia", new CorrectPosition("counts/recommendation", "104", "105", "misread"));

        async Task<decimal?> Value(AsOf asOf) => (await TotalsAsync(world, asOf)).Single(t => t.Kind == RecordKind.Recommendation).Value;

        Assert.Equal((104m, 105m), (await Value(PaperOf2023.AsAt with { KnownAt = then }), await Value(PaperOf2023.AsAt)));
    }

    [Fact]
    public async Task Records_that_a_publication_only_counts_stand_apart_from_every_total()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);
        await world.PublishAsync(new Publish(
            "lincolnshire-2023", "Report", "peel", PublishedOn: PaperOf2023.Day, Addressed: ["west-mercia"],
            Counts: [new("west-mercia", new Dictionary<string, int?> { ["area-for-improvement"] = 20, ["cause-of-concern"] = null, ["relevant"] = 9 }, "p. 3", null)]));

        var position = await Positions.ReadAsync(world.Database, ReadScope.All, [], ["west-mercia"], PaperOf2023.AsAt, Cancel);

        Assert.Equal([new DeclaredApart("lincolnshire-2023", "west-mercia", RecordKind.AreaForImprovement, 20, 0, "p. 3", "Report")], position.Apart);
        Assert.Equal(3, Assert.Single(position.Groups).Open);
    }

    [Fact]
    public async Task A_record_of_unknown_level_is_counted_apart_from_the_levels()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);

        var position = await Positions.ReadAsync(world.Database, ReadScope.All, [PositionSplit.Level], null, PaperOf2023.AsAt, Cancel);

        Assert.Equal([(2, 1L), (3, 1L), (null, 1L)], position.Groups.Select(g => (g.Level, g.Open)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<PositionTotal>> TotalsAsync(World world, AsOf asOf) =>
        (await Positions.ReadAsync(world.Database, ReadScope.All, [], ["west-mercia"], asOf, Cancel)).Totals;
}
