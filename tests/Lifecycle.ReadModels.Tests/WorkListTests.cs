using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class WorkListTests(PostgresFixture postgres)
{
    // Where scrutiny is required.
    private const string Force = "west-midlands";
    private const string One = "peel-1-west-midlands", Two = "peel-2-west-midlands", Three = "peel-3-west-midlands";
    private static readonly DateOnly Today = new(2024, 3, 1);

    [Fact]
    public async Task What_is_due_soon_ends_after_28_days_and_what_is_overdue_waits_only_until_it_is_explained()
    {
        await using var world = await RaisedAsync(Today, Today.AddDays(29), Today.AddDays(-1));

        Assert.Equal([One], await InAsync(world, WorkList.DueSoon));
        Assert.Equal([Three], await InAsync(world, WorkList.OverdueUnexplained));
        await world.DoAsync(Three, world.By(Role.Flo, Force), new ExplainMissedDeadline("the IT came late"));
        Assert.Empty(await InAsync(world, WorkList.OverdueUnexplained));
    }

    [Fact]
    public async Task A_return_waits_until_a_new_pass_or_a_new_recommendation_answers_it()
    {
        await using var world = await RaisedAsync(null, null, null);
        await EvidencedAsync(world, One);
        Assert.Equal([One], await InAsync(world, WorkList.ToScrutinise));
        await world.DoAsync(One, world.By(Role.Dcc, Force), new ReturnScrutiny("the audit is missing"));
        Assert.Equal([One], await InAsync(world, WorkList.Returned));
        Assert.Empty(await InAsync(world, WorkList.ToScrutinise));

        await world.DoAsync(One, world.By(Role.Flo, Force), new SubmitEvidence("audit", Link: "https://example.org/audit"));
        Assert.Equal([One], await InAsync(world, WorkList.Returned));
        Assert.Equal([One], await InAsync(world, WorkList.ToScrutinise));
        await world.DoAsync(One, world.By(Role.Dcc, Force), new PassScrutiny());
        Assert.Empty(await InAsync(world, WorkList.Returned));
        Assert.Equal([One], await InAsync(world, WorkList.ReadyToRecommend));

        await world.DoAsync(One, world.By(Role.Flo, Force), new RecommendClosure("done"));
        Assert.Equal([One], await InAsync(world, WorkList.WaitingForHmicfrs));
        await world.DoAsync(One, world.By(Role.Fll, Bodies.Hmicfrs), new ReturnClosure("show a second sample"));
        Assert.Equal([One], await InAsync(world, WorkList.Returned));
        Assert.Empty(await InAsync(world, WorkList.ReadyToRecommend));
    }

    [Fact]
    public async Task Where_scrutiny_is_not_required_nothing_waits_for_it()
    {
        await using var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(Today, new(9, 0), TimeSpan.Zero);
        await world.PublishAsync(Report("peel", new(2024, 1, 10), Record("1", RecordKind.Recommendation, bodies: "wiltshire")));
        await EvidencedAsync(world, "peel-1-wiltshire");

        Assert.Empty(await InAsync(world, WorkList.ToScrutinise, "wiltshire"));
        Assert.Equal(["peel-1-wiltshire"], await InAsync(world, WorkList.ReadyToRecommend, "wiltshire"));
    }

    [Fact]
    public async Task What_is_recommended_waits_for_whoever_signs_off_its_level()
    {
        await using var world = await RaisedAsync(null, null, null);
        await world.RecommendClosureAsync(One);
        await world.RecommendClosureAsync(Two);

        Assert.Equal([One], await InAsync(world, WorkList.WaitingForHmicfrs));
        Assert.Equal([Two], await InAsync(world, WorkList.WaitingForChiefConstable));
    }

    [Fact]
    public async Task Mine_is_what_I_own_by_any_of_my_names_and_the_dated_come_first()
    {
        await using var world = await RaisedAsync(null, Today.AddDays(90), null);
        await world.DoAsync(One, world.By(Role.Flo, Force), new AllocateOwner("Head of crime"));
        await world.DoAsync(Two, world.By(Role.Flo, Force), new AllocateOwner("lead.west-midlands"));

        Assert.Equal([Two, One], await InAsync(world, WorkList.Mine));
    }

    [Fact]
    public async Task The_counts_are_the_lengths_of_the_lists_and_other_bodies_have_none_to_see()
    {
        await using var world = await RaisedAsync(Today, Today.AddDays(-4), Today.AddDays(-1));
        await world.RecommendClosureAsync(One);

        var counts = await WorkLists.CountAsync(world.Database, ReadScope.Of([Force]), AuthorityRules.Current, Of, Today, Cancel);
        foreach (var list in Enum.GetValues<WorkList>()) Assert.Equal((await InAsync(world, list)).Length, counts[list]);
        Assert.Equal((1, 2, 1), (counts[WorkList.DueSoon], counts[WorkList.OverdueUnexplained], counts[WorkList.WaitingForHmicfrs]));

        var unseen = await WorkLists.CountAsync(world.Database, ReadScope.Of(["wiltshire"]), AuthorityRules.Current, Of, Today, Cancel);
        Assert.All(unseen.Values, count => Assert.Equal(0, count));
    }

    private static WorkOf Of => new(Force, ["lead.west-midlands", "Head of crime"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<World> RaisedAsync(params DateOnly?[] due)
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(Today, new(9, 0), TimeSpan.Zero);
        await world.PublishAsync(Report("peel", new(2024, 1, 10),
            [.. due.Index().Select(one => Record($"{one.Index + 1}", RecordKind.Recommendation, one.Index == 0 ? 3 : 2, one.Item, bodies: Force))]));
        return world;
    }

    private static async Task EvidencedAsync(World world, string reference)
    {
        var force = world.Record(reference).Tenant;
        await world.DoAsync(reference, world.By(Role.Flo, force), new SetStepsToGreen([new("1", "done", StepOrigin.Force)]));
        await world.DoAsync(reference, world.By(Role.Flo, force), new MeetStep("1"));
        await world.DoAsync(reference, world.By(Role.Flo, force), new SubmitEvidence("minutes", Link: "https://example.org/minutes"));
    }

    private static async Task<string[]> InAsync(World world, WorkList list, string body = Force) =>
        [.. (await WorkLists.ReadAsync(world.Database, ReadScope.All, AuthorityRules.Current, Of with { Body = body }, list, Today, new(), Cancel)).Items.Select(item => item.Reference)];
}
