using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

/// <summary>The register of those who see many bodies, whose counts the program makes, with the names that it remembers.</summary>
public sealed class RegisterCensusTests(PostgresFixture postgres)
{
    private static readonly string[] Forces = [.. Bodies.TerritorialForces.Take(14).Select(force => force.Id)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_others_published_since_is_in_its_place_and_counted()
    {
        await using var world = await PublishedAsync("report-b");
        var names = new RecordNames();
        var first = await PageAsync(world, names, ReadScope.All, world.Now);
        await world.PublishAsync(Report("report-a", new(2024, 2, 1), Record("1", RecordKind.Recommendation, 2, bodies: Forces[..2])));
        await world.PublishAsync(Report("report-c", new(2024, 2, 1), Record("1", RecordKind.Recommendation, 2, bodies: Forces[..1])));

        var page = await PageAsync(world, names, ReadScope.All, world.Now);

        Assert.Equal(Forces.Length, first.Rows.Total);
        Assert.Equal(Forces.Length + 3, page.Rows.Total);
        var references = page.Rows.Items.Select(row => row.Reference).ToList();
        Assert.Equal(references.Order(StringComparer.Ordinal), references);
        Assert.Equal([("report-b", 14), ("report-a", 2), ("report-c", 1)], page.Facets.Publications.Choices.Select(one => (one.Value, one.Count)));
        Assert.Equal((Forces[0], 3), (page.Facets.Bodies.Choices[0].Value, page.Facets.Bodies.Choices[0].Count));
    }

    [Fact]
    public async Task Names_learned_for_one_show_another_nothing_that_is_not_theirs()
    {
        await using var world = await PublishedAsync("report");
        var names = new RecordNames();
        await PageAsync(world, names, ReadScope.All, world.Now);
        foreach (var asOf in (AsOf[])[world.Now, world.Now with { Day = new(2024, 2, 1) }, world.Now with { KnownAt = world.Clock.Now }])
        {
            var page = await PageAsync(world, names, ReadScope.Of(Forces[..12]), asOf);

            Assert.Equal((12, 12), (page.Rows.Total, page.Facets.Kinds.Sum(choice => choice.Count)));
            Assert.Equal(Forces[..12].Order(StringComparer.Ordinal), page.Rows.Items.Select(row => row.Body));
            Assert.Equal(Forces[..12].Order(StringComparer.Ordinal), page.Facets.Bodies.Choices.Select(choice => choice.Value));
        }
    }

    [Fact]
    public async Task A_page_beyond_the_end_has_counts_and_no_records()
    {
        await using var world = await PublishedAsync("report");

        var page = await RegisterPage.ReadAsync(
            world.Database, new(), ReadScope.All, new(), world.Now, RegisterSort.Reference, new(Paging.MaxNumber, 50), Cancel);

        Assert.Equal((0, Forces.Length), (page.Rows.Items.Count, page.Rows.Total));
    }

    private static Task<RegisterPage> PageAsync(World world, RecordNames names, ReadScope scope, AsOf asOf) =>
        RegisterPage.ReadAsync(world.Database, names, scope, new(), asOf, RegisterSort.Reference, new(), Cancel);

    private async Task<World> PublishedAsync(string report)
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report(report, new(2024, 1, 10), Record("1", RecordKind.Recommendation, 2, bodies: Forces)));
        return world;
    }
}
