using System.Text.Json;
using Lifecycle.Domain;
using Lifecycle.Domain.Publications;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class RebuildFailureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task An_event_that_cannot_be_read_stops_a_rebuild_and_nothing_is_lost()
    {
        await using var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        // More than are folded at once, before the event and after it.
        var records = Enumerable.Range(1, 40).Select(n => Record($"{n}", RecordKind.Recommendation, 2, bodies: Addressees.AllForces)).ToArray();
        await world.PublishAsync(Report("all", new(2024, 1, 20), records));
        var live = await Rows.OfAsync(world.Database, "held_record");
        await Rows.QueryAsync(world.Database, "update lifecycle.mt_events set type = type || '_v9' where seq_id = 900 returning type");

        var failed = await Assert.ThrowsAsync<JsonException>(() => RebuildAsync(world));

        Assert.Contains("recommendation_raised_v9", failed.Message, StringComparison.Ordinal);
        Assert.Equal(live, await Rows.OfAsync(world.Database, "held_record"));
        Assert.Empty(await Rows.QueryAsync(world.Database, "select nspname::text from pg_namespace where nspname = 'lifecycle_rebuild'"));
        await Rows.QueryAsync(world.Database, "update lifecycle.mt_events set type = left(type, -3) where seq_id = 900 returning type");
        await RebuildAsync(world);
        Assert.Equal(live, await Rows.OfAsync(world.Database, "held_record"));
    }

    private static Task RebuildAsync(World world) => Rebuild.RunAsync(world.Database, ["held_record"], null, TestContext.Current.CancellationToken);
}
