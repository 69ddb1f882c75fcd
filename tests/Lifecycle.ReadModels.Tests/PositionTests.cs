using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

/// <summary>The paper of 4 September 2023 (seed 004): declared totals, itemised records and comparisons.</summary>
public sealed class PositionTests(PostgresFixture postgres)
{
    private static readonly DateOnly PaperDay = new(2023, 9, 4);
    private static readonly AsOf AtPaper = new(new DateOnly(2023, 9, 20), PaperDay);

    private static readonly (string Force, int Causes, int Recommendations, int Afis)[] Printed =
    [
        ("devon-and-cornwall", 3, 71, 32), ("gloucestershire", 12, 110, 36), ("norfolk", 3, 93, 22), ("north-yorkshire", 3, 106, 42),
        ("suffolk", 6, 115, 14), ("warwickshire", 6, 108, 49), ("west-mercia", 6, 104, 34), ("wiltshire", 9, 146, 36),
    ];

    [Fact]
    public async Task A_declared_count_is_the_total_of_its_day_and_itemised_records_count_towards_it()
    {
        await using var world = await WithPaperAsync();

        var totals = await TotalsAsync(world, AtPaper);

        Assert.Equal(
            [(RecordKind.Recommendation, 1L, 104m, 103m), (RecordKind.AreaForImprovement, 2L, 34m, 32m)],
            totals.Where(t => t.Kind != RecordKind.CauseOfConcern).Select(t => (t.Kind, t.Itemised!.Value, t.Value!.Value, t.NotItemised!.Value)));
        Assert.Equal((null, 6m, CountBasis.Declared), totals.Where(t => t.Kind == RecordKind.CauseOfConcern).Select(t => (t.Itemised, t.Value, t.Basis)).Single());
        Assert.DoesNotContain(totals, total => total.ItemisedExceedDeclared);
    }

    [Fact]
    public async Task On_any_other_day_only_what_is_held_counts_and_what_was_never_held_is_unknown()
    {
        await using var world = await WithPaperAsync();

        var totals = await TotalsAsync(world, new AsOf(AtPaper.Today, PaperDay.AddDays(1)));

        Assert.Equal([null, 1m, 2m], totals.OrderBy(t => t.Value).Select(t => t.Value));
        Assert.Equal(CountBasis.Unknown, totals.Single(t => t.Kind == RecordKind.CauseOfConcern).Basis);
    }

    [Fact]
    public async Task A_kind_of_which_nothing_is_open_any_more_is_nought_and_not_unknown()
    {
        await using var world = await WithPaperAsync();
        await world.DoAsync("peel-1-west-mercia", world.Hmi, new Withdraw("taken back"));

        var totals = await TotalsAsync(world, world.Now);

        Assert.Equal(0, totals.Single(t => t.Kind == RecordKind.Recommendation).Itemised);
    }

    [Fact]
    public async Task More_itemised_than_declared_shows_both_and_is_flagged()
    {
        await using var world = await WithPaperAsync();
        await world.CorrectPositionAsync("004-west-mercia", new CorrectPosition("counts/area-for-improvement", "34", "1", "misread"));

        var afis = (await TotalsAsync(world, AtPaper)).Single(t => t.Kind == RecordKind.AreaForImprovement);

        Assert.Equal((2L, 1m, (decimal?)null, true), (afis.Itemised!.Value, afis.Declared!.Value, afis.NotItemised, afis.ItemisedExceedDeclared));
    }

    [Fact]
    public async Task A_correction_changes_what_is_known_now_and_not_what_was_known_then()
    {
        await using var world = await WithPaperAsync();
        var then = world.Lives.Max(life => life.Events[^1].RecordedAt);
        world.Clock.Now += TimeSpan.FromDays(1);
        await world.CorrectPositionAsync("004-west-mercia", new CorrectPosition("counts/recommendation", "104", "105", "misread"));

        async Task<decimal?> Value(AsOf asOf) => (await TotalsAsync(world, asOf)).Single(t => t.Kind == RecordKind.Recommendation).Value;

        Assert.Equal((104m, 105m), (await Value(AtPaper with { KnownAt = then }), await Value(AtPaper)));
    }

    [Fact]
    public async Task Records_that_a_publication_only_counts_stand_apart_from_every_total()
    {
        await using var world = await WithPaperAsync();
        await world.PublishAsync(new Publish(
            "lincolnshire-2023", "Report", "peel", PublishedOn: PaperDay, Addressed: ["west-mercia"],
            Counts: [new("west-mercia", new Dictionary<string, int?> { ["area-for-improvement"] = 20, ["cause-of-concern"] = null, ["relevant"] = 9 }, "p. 3", null)]));

        var position = await Positions.ReadAsync(world.Database, ReadScope.All, [], ["west-mercia"], AtPaper, Cancel);

        Assert.Equal([new DeclaredApart("lincolnshire-2023", "west-mercia", RecordKind.AreaForImprovement, 20, 0, "p. 3")], position.Apart);
        Assert.Equal(3, Assert.Single(position.Groups).Open);
    }

    [Fact]
    public async Task A_record_of_unknown_level_is_counted_apart_from_the_levels()
    {
        await using var world = await WithPaperAsync();

        var position = await Positions.ReadAsync(world.Database, ReadScope.All, [PositionSplit.Level], null, AtPaper, Cancel);

        Assert.Equal([(2, 1L), (3, 1L), (null, 1L)], position.Groups.Select(g => (g.Level, g.Open)));
    }

    [Fact]
    public async Task The_eight_forces_average_to_the_printed_figures_beside_the_national_ones_whoever_asks()
    {
        await using var world = await WithPaperAsync();

        var result = await Comparisons.ReadAsync(
            world.Database, ReadScope.Of(["west-mercia"]), "west-mercia", ComparedWith.MostSimilarGroup, AtPaper, Cancel);

        var compared = Assert.IsType<Comparison.Compared>(result);
        Assert.Equal(
            Printed.Select(p => (p.Force, (decimal?)p.Causes, (decimal?)p.Recommendations, (decimal?)p.Afis)),
            compared.Forces.Select(f => (f.Body, f.Counts[0].Value, f.Counts[1].Value, f.Counts[2].Value)));
        Assert.Equal([6m, 106.625m, 33.125m], compared.Averages.Select(average => average.Value));
        Assert.Equal([4m, 129m, 27.8m], Position.MainKinds.Select(kind => compared.Declared.Single(d => d.Kind == kind).Value));
    }

    [Fact]
    public async Task An_average_is_over_the_values_that_are_known()
    {
        await using var world = await WithPaperAsync();

        var compared = (Comparison.Compared)await Comparisons.ReadAsync(
            world.Database, ReadScope.Of(["wiltshire"]), "west-mercia", ComparedWith.MostSimilarGroup, world.Now, Cancel);

        Assert.Equal(
            [(null, 0), (1m, 1), (2m, 1)],
            compared.Averages.Select(average => (average.Value, average.Known)));
    }

    [Fact]
    public async Task A_group_that_nobody_has_named_is_said_to_be_unknown()
    {
        await using var world = await WithPaperAsync();
        Assert.Equal(
            new Comparison.GroupUnknown("essex", ComparedWith.MostSimilarGroup),
            await Comparisons.ReadAsync(world.Database, ReadScope.All, "essex", ComparedWith.MostSimilarGroup, AtPaper, Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<PositionTotal>> TotalsAsync(World world, AsOf asOf) =>
        (await Positions.ReadAsync(world.Database, ReadScope.All, [], ["west-mercia"], asOf, Cancel)).Totals;

    private async Task<World> WithPaperAsync()
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2023, 9, 20, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report(
            "peel", new DateOnly(2022, 6, 1),
            Record("1", RecordKind.Recommendation, 2, bodies: "west-mercia"),
            Record("2", RecordKind.AreaForImprovement, 3, bodies: "west-mercia"),
            Record("3", RecordKind.AreaForImprovement, bodies: "west-mercia")));
        foreach (var (force, causes, recommendations, afis) in Printed)
            await world.DeclareAsync(Declared($"004-{force}", new(SubjectKind.Body, force), causes, recommendations, afis));
        await world.DeclareAsync(Declared("004-nation", new(SubjectKind.NationalAverage, null), 4, 129, 27.8m));
        return world;
    }

    private static DeclarePosition Declared(string id, PositionSubject subject, decimal causes, decimal recommendations, decimal afis) => new(
        id, subject, PaperDay,
        new Dictionary<RecordKind, decimal?>
        {
            [RecordKind.CauseOfConcern] = causes, [RecordKind.Recommendation] = recommendations, [RecordKind.AreaForImprovement] = afis,
        },
        "004:46-78");
}
