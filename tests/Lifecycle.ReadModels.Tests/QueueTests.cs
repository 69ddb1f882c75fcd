using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class QueueTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Each_authority_finds_what_waits_for_it()
    {
        await using var world = await WaitingAsync();

        Assert.Equal(["peel-1-west-mercia"], await WaitingForAsync(world, SignOffAuthority.ChiefConstable));
        Assert.Equal(["peel-2-west-mercia"], await WaitingForAsync(world, SignOffAuthority.Hmicfrs));
    }

    [Fact]
    public async Task A_regrade_while_closure_is_pending_moves_it_to_another_queue()
    {
        await using var world = await WaitingAsync();
        await world.DoAsync("peel-1-west-mercia", world.By(Role.Fll, Bodies.Hmicfrs), new GradeLevel(3, "worse than thought"));

        Assert.Empty(await WaitingForAsync(world, SignOffAuthority.ChiefConstable));
        Assert.Equal(["peel-1-west-mercia", "peel-2-west-mercia"], await WaitingForAsync(world, SignOffAuthority.Hmicfrs));
    }

    [Fact]
    public async Task Nobody_is_offered_what_they_recommended_themselves()
    {
        await using var world = await WaitingAsync();
        Assert.Empty(await WaitingForAsync(world, null, notRecommendedBy: "west-mercia-flo"));
    }

    [Fact]
    public async Task What_was_decided_waits_no_more_but_still_did_the_day_before()
    {
        await using var world = await WaitingAsync();
        var day = world.Clock.Today();
        world.Clock.Now += TimeSpan.FromDays(2);
        await world.DoAsync("peel-2-west-mercia", world.By(Role.Fll, Bodies.Hmicfrs), new SignOff());

        Assert.Empty(await WaitingForAsync(world, SignOffAuthority.Hmicfrs));
        Assert.Equal(["peel-2-west-mercia"], await WaitingForAsync(world, SignOffAuthority.Hmicfrs, asOf: new(world.Clock.Today(), day)));
    }

    private async Task<World> WaitingAsync()
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report(
            "peel", new(2024, 1, 10),
            Record("1", RecordKind.Recommendation, 2, bodies: "west-mercia"),
            Record("2", RecordKind.Recommendation, 3, bodies: "west-mercia"),
            Record("3", RecordKind.Recommendation, 3, bodies: "west-mercia")));
        await world.RecommendClosureAsync("peel-1-west-mercia");
        await world.RecommendClosureAsync("peel-2-west-mercia");
        return world;
    }

    private static async Task<IEnumerable<string>> WaitingForAsync(
        World world, SignOffAuthority? authority, string? notRecommendedBy = null, AsOf? asOf = null) =>
        (await SignOffQueue.ReadAsync(
            world.Database, ReadScope.All, AuthorityRules.Current, authority, notRecommendedBy, null, asOf ?? world.Now, new(),
            TestContext.Current.CancellationToken)).Items.Select(item => item.Waiting.Reference);
}
