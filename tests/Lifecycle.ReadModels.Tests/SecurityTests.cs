using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using Npgsql;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class SecurityTests(PostgresFixture postgres)
{
    private static readonly ReadScope WestMercia = ReadScope.Of(["west-mercia"]);

    [Fact]
    public async Task A_force_sees_nothing_of_another()
    {
        await using var world = await TwoForcesAsync();
        var stream = world.Record("peel-1-wiltshire").Stream;

        Assert.Null(await RecommendationStatus.FindAsync(world.Database, WestMercia, "peel-1-wiltshire", Cancel));
        Assert.Null(await Register.FindAsync(world.Database, WestMercia, "peel-1-wiltshire", world.Now, Cancel));
        Assert.Equal(0, (await AuditHistory.ReadAsync(world.Database, WestMercia, stream, world.Now, new(), Cancel)).Total);
        Assert.Equal(["peel-1-west-mercia"], (await Register.SearchAsync(
            world.Database, new(), WestMercia, new(), world.Now, RegisterSort.Reference, new(), Cancel)).Items.Select(row => row.Reference));
        Assert.Equal(["west-mercia"], (await Positions.ReadAsync(
            world.Database, WestMercia, [], ["wiltshire", "west-mercia"], world.Now, Cancel)).Totals.Select(total => total.Body).Distinct());
        var publication = await PublicationDigest.FindAsync(world.Database, WestMercia, "peel", world.Now, Cancel);
        Assert.Equal((1, 1L), (publication!.Made, publication.ByStatus.Values.Sum()));
    }

    [Fact]
    public async Task Words_of_another_force_s_record_find_nothing_and_count_nothing()
    {
        await using var world = await TwoForcesAsync();
        foreach (var asOf in (AsOf[])[world.Now, world.Now with { Day = new(2024, 2, 1) }, world.Now with { KnownAt = world.Clock.Now }])
        {
            var page = await RegisterPage.ReadAsync(
                world.Database, new(), WestMercia, new(Words: "recording"), asOf, RegisterSort.Reference, new(), Cancel);
            Assert.Equal(["peel-1-west-mercia"], page.Rows.Items.Select(row => row.Reference));
            Assert.Equal((1, 1), (page.Rows.Total, page.Facets.Kinds.Sum(choice => choice.Count)));
            Assert.Equal(["west-mercia"], page.Facets.Bodies.Choices.Select(choice => choice.Value));
            Assert.Empty((await Register.SearchAsync(
                world.Database, new(), WestMercia, new(Words: "peel-1-wiltshire"), asOf, RegisterSort.Reference, new(), Cancel)).Items);
        }
    }

    /// <summary>No filter of ours takes part: the database itself hides the rows.</summary>
    [Theory]
    [InlineData("recommendation_status")]
    [InlineData("recommendation_interval")]
    [InlineData("standing_record")]
    [InlineData("recommendation_text")]
    [InlineData("audit_history")]
    [InlineData("sign_off_queue")]
    [InlineData("position_interval")]
    [InlineData("held_record")]
    [InlineData("open_interval")]
    [InlineData("movement")]
    [InlineData("board_meeting")]
    public async Task The_database_hides_what_a_query_forgets_to_filter(string table)
    {
        await using var world = await TwoForcesAsync();
        Task<List<string>> Tenants(ReadScope scope) => world.Database.ReadAsync(
            scope, $"select distinct tenant_id from lifecycle.{table} order by 1", _ => { }, TenantsAsync, Cancel);

        Assert.Equal(["west-mercia"], await Tenants(WestMercia));
        Assert.Contains("wiltshire", await Tenants(ReadScope.All));
    }

    [Fact]
    public async Task What_waits_for_another_force_is_not_in_a_force_s_queue()
    {
        await using var world = await TwoForcesAsync();
        var queue = await SignOffQueue.ReadAsync(world.Database, WestMercia, AuthorityRules.Current, null, null, null, world.Now, new(), Cancel);
        Assert.Equal(["west-mercia"], queue.Items.Select(item => item.Waiting.Body));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<List<string>> TenantsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var tenants = new List<string>();
        while (await reader.ReadAsync(cancellation)) tenants.Add(reader.GetString(0));
        return tenants;
    }

    private async Task<World> TwoForcesAsync()
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report(
            "peel", new(2024, 1, 10), Record("1", RecordKind.Recommendation, 2, new(2024, 2, 1), bodies: ["west-mercia", "wiltshire"])));
        foreach (var force in new[] { "west-mercia", "wiltshire" })
        {
            await world.DoAsync($"peel-1-{force}", world.By(Role.Flo, force), new ExplainMissedDeadline("the IT came late"));
            await world.DoAsync($"peel-1-{force}", world.By(Role.Flo, force), new ReportToBoard("sib", new(2024, 2, 20), Text: "late"));
            await world.RecommendClosureAsync($"peel-1-{force}");
        }

        return world;
    }
}
