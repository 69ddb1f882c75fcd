using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class BackdatingTests(PostgresFixture postgres)
{
    private const string Reference = "peel-1-west-mercia";
    private static readonly DateOnly Published = new(2024, 1, 10);

    [Fact]
    public async Task An_entry_three_months_late_leaves_the_past_as_it_was_known_and_changes_it_as_it_is_known_now()
    {
        await using var world = await RaisedAsync();
        var (day, then) = (world.Clock.Today(), world.Record(Reference).Events[^1].RecordedAt);
        world.Clock.Now += TimeSpan.FromDays(92);
        await world.DoAsync(Reference, world.By(Role.Fll, Bodies.Hmicfrs, day.AddDays(-1)), new Withdraw("taken back"));

        async Task<long> OpenAsync(AsOf asOf) =>
            (await Positions.ReadAsync(world.Database, ReadScope.All, [], null, asOf, Cancel)).Groups.Sum(group => group.Open);
        Assert.Equal(1, await OpenAsync(new(world.Clock.Today(), day, then)));
        Assert.Equal(0, await OpenAsync(new(world.Clock.Today(), day)));
        Assert.Equal(1, await OpenAsync(new(world.Clock.Today(), day.AddDays(-2))));

        var history = await AuditHistory.ReadAsync(world.Database, ReadScope.All, world.Record(Reference).Stream, world.Now, new(), Cancel);
        Assert.Equal(("withdrawn", true, Status.Withdrawn), history.Items.Select(e => (e.Type, e.EnteredLate, e.StatusAfter!.Value)).Last());
    }

    [Fact]
    public async Task What_is_known_at_a_moment_includes_what_was_recorded_at_that_moment()
    {
        await using var world = await RaisedAsync();
        var raised = Assert.Single(world.Record(Reference).Events).RecordedAt;

        Task<RegisterRow?> Find(DateTimeOffset knownAt) =>
            Register.FindAsync(world.Database, ReadScope.All, Reference, new(world.Clock.Today(), Published, knownAt), Cancel);
        Assert.NotNull(await Find(raised));
        Assert.Null(await Find(raised.AddMicroseconds(-1)));
    }

    [Fact]
    public async Task What_was_raised_later_than_first_thought_did_not_exist_before()
    {
        await using var world = await RaisedAsync();
        var then = world.Record(Reference).Events[^1].RecordedAt;
        world.Clock.Now += TimeSpan.FromDays(1);
        await world.DoAsync(
            Reference, world.By(Role.Flo, "west-mercia", Published), new CorrectRecord("raisedOn", null, "2024-02-10", "printed a month early"));

        Task<RegisterRow?> Find(DateOnly day, DateTimeOffset? knownAt = null) =>
            Register.FindAsync(world.Database, ReadScope.All, Reference, new(world.Clock.Today(), day, knownAt), Cancel);
        Assert.Null(await Find(Published));
        Assert.NotNull(await Find(new(2024, 2, 10)));
        Assert.NotNull(await Find(Published, then));
    }

    [Fact]
    public async Task What_one_append_makes_and_unmakes_again_leaves_no_row()
    {
        await using var world = await RaisedAsync();
        var life = world.Record(Reference);
        foreach (var owner in new[] { "a", "b" })
            Assert.Null(world.Do(life.Tenant, life.Stream, new AllocateOwner(owner) with { Act = world.By(Role.Flo, "west-mercia") }));
        await world.CommitAsync();

        var rows = await Rows.OfAsync(world.Database, "recommendation_interval");

        // Without owner as was known before, without owner until that day, with the second owner since.
        Assert.Equal(3, rows.Count);
        Assert.DoesNotContain(rows, row => row.Contains(",a,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_appends_to_one_stream_may_share_a_transaction()
    {
        await using var world = await RaisedAsync();
        var life = world.Record(Reference);
        var act = world.By(Role.Flo, "west-mercia");
        List<Recorded> history = [.. life.Events];
        var appends = new List<StreamAppend>();
        foreach (var owner in new[] { "a", "b" })
        {
            var happened = new Happened(new OwnerAllocated(owner, null), new EventHeaders(act.Actor, act.Role, act.Body, act.EffectiveOn));
            appends.Add(new(life.Tenant, life.Stream, life.Type, history.Count, [Life.AsNew(happened)], new StreamChange(StreamHistory.Of(history), [happened])));
            history.Add(new(history.Count + 1, world.Clock.Now, happened.Headers, happened.Event));
        }

        // Accepted before either is stored, so that they are likely, not certain, to be committed together: true either way.
        await Task.WhenAll(appends.Select(append => world.Store.AppendAsync(new([append], []), Cancel)));

        var live = await Rows.OfAsync(world.Database, "recommendation_interval");
        await Rebuild.RunAsync(world.Database, ["recommendation_interval"], null, Cancel);
        Assert.Equal(live, await Rows.OfAsync(world.Database, "recommendation_interval"));
        Assert.Equal("b", (await Register.FindAsync(world.Database, ReadScope.All, Reference, world.Now, Cancel))!.Owner);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<World> RaisedAsync()
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report("peel", Published, Record("1", RecordKind.Recommendation, 2, bodies: "west-mercia")));
        return world;
    }
}
