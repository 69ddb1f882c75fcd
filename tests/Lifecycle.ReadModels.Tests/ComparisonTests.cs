using Lifecycle.EventStore;
using Lifecycle.Testing;

namespace Lifecycle.ReadModels.Tests;

/// <summary>The comparison of eight forces in the paper of 4 September 2023.</summary>
public sealed class ComparisonTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_eight_forces_average_to_the_printed_figures_beside_the_national_ones_whoever_asks()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);

        var result = await Comparisons.ReadAsync(
            world.Database, ReadScope.Of(["west-mercia"]), "west-mercia", ComparedWith.MostSimilarGroup, PaperOf2023.AsAt, Cancel);

        var compared = Assert.IsType<Comparison.Compared>(result);
        Assert.Equal(
            PaperOf2023.Printed.Select(p => (p.Force, (decimal?)p.Causes, (decimal?)p.Recommendations, (decimal?)p.Afis)),
            compared.Forces.Select(f => (f.Body, f.Counts[0].Value, f.Counts[1].Value, f.Counts[2].Value)));
        Assert.Equal([6m, 106.625m, 33.125m], compared.Averages.Select(average => average.Value));
        Assert.Equal([4m, 129m, 27.8m], Position.MainKinds.Select(kind => compared.Declared.Single(d => d.Kind == kind).Value));
    }

    [Fact]
    public async Task An_average_is_over_the_values_that_are_known()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);

        var compared = (Comparison.Compared)await Comparisons.ReadAsync(
            world.Database, ReadScope.Of(["wiltshire"]), "west-mercia", ComparedWith.MostSimilarGroup, world.Now, Cancel);

        Assert.Equal(
            [(null, 0), (1m, 1), (2m, 1)],
            compared.Averages.Select(average => (average.Value, average.Known)));
    }

    [Fact]
    public async Task A_group_that_nobody_has_named_is_said_to_be_unknown()
    {
        await using var world = await PaperOf2023.EnteredAsync(postgres);
        Assert.Equal(
            new Comparison.GroupUnknown("essex", ComparedWith.MostSimilarGroup),
            await Comparisons.ReadAsync(world.Database, ReadScope.All, "essex", ComparedWith.MostSimilarGroup, PaperOf2023.AsAt, Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
