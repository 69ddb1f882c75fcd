using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class SearchTests(PostgresFixture postgres)
{
    private static readonly DateOnly Published = new(2024, 1, 10);

    [Fact]
    public async Task Words_are_looked_for_in_title_and_summary_and_a_reference_by_its_beginning()
    {
        await using var world = await FiveAsync();
        await world.DoAsync("peel-2-west-mercia", world.By(Role.Flo, "west-mercia", Published), new CorrectRecord("summary", null, "Investigate burglaries", "misread"));

        Assert.Equal(["peel-2-west-mercia"], await FindAsync(world, new(Words: "burglary investigation")));
        Assert.Equal(["peel-4-west-mercia"], await FindAsync(world, new(Words: "PEEL-4")));
        Assert.Empty(await FindAsync(world, new(Words: "%")));
        Assert.Empty(await FindAsync(world, new(Words: "'); drop table")));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_in_every_order()
    {
        await using var world = await FiveAsync();
        foreach (var sort in Enum.GetValues<RegisterSort>())
        {
            var pages = new List<string>();
            for (var number = 1; number <= 4; number++) pages.AddRange(await FindAsync(world, new(), sort, new(number, 2)));
            Assert.Equal(5, pages.Distinct().Count());
            Assert.Equal(await FindAsync(world, new(), sort), pages);
        }
    }

    [Theory]
    [InlineData(RegisterSort.Due, "13245")]
    [InlineData(RegisterSort.Level, "42135")]
    public async Task What_has_no_value_comes_last(RegisterSort sort, string expected)
    {
        await using var world = await FiveAsync();
        Assert.Equal(expected, string.Concat((await FindAsync(world, new(), sort)).Select(reference => reference[5])));
    }

    [Fact]
    public async Task The_due_day_itself_is_in_time()
    {
        await using var world = await FiveAsync();
        async Task<IEnumerable<string>> Overdue(DateOnly day) => (await Register.SearchAsync(
            world.Database, new(), ReadScope.All, new(Overdue: true), new(world.Clock.Today(), day), RegisterSort.Due, new(), Cancel)).Items.Select(row => row.Reference);

        Assert.Empty(await Overdue(Published.AddDays(10)));
        Assert.Equal(["peel-1-west-mercia"], await Overdue(Published.AddDays(11)));
    }

    [Theory]
    [InlineData(RegisterSort.Due, null)]
    [InlineData(RegisterSort.Reference, null)]
    [InlineData(RegisterSort.Reference, "west-mercia")]
    public async Task A_total_is_told_beyond_the_last_page(RegisterSort sort, string? body)
    {
        await using var world = await FiveAsync();
        var page = await Register.SearchAsync(
            world.Database, new(), ReadScope.All, new(Bodies: body is null ? null : [body]), world.Now, sort, new(9, 200), Cancel);
        Assert.Equal((0, 5L), (page.Items.Count, page.Total));
    }

    [Fact]
    public async Task A_body_s_list_is_in_its_order_page_by_page_and_holds_nobody_else_s()
    {
        await using var world = await FiveAsync();
        await world.PublishAsync(Report("other", Published, Record("1", RecordKind.Recommendation, 2, null, bodies: "kent")));

        var page = await Register.SearchAsync(
            world.Database, new(), ReadScope.All, new(Bodies: ["west-mercia"], Open: true), world.Now, RegisterSort.Reference, new(2, 2), Cancel);

        Assert.Equal(["peel-3-west-mercia", "peel-4-west-mercia"], page.Items.Select(row => row.Reference));
        Assert.Equal(5, page.Total);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 201)]
    [InlineData(Paging.MaxNumber + 1, 10)]
    public async Task A_page_outside_the_limits_is_a_caller_s_mistake(int number, int size)
    {
        await using var world = await World.CreateAsync(postgres);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => FindAsync(world, new(), paging: new(number, size)));
    }

    [Fact]
    public async Task The_records_that_answer_a_cause_of_concern_are_found()
    {
        await using var world = await FiveAsync();

        var under = await RecommendationStatus.UnderAsync(world.Database, ReadScope.All, "peel-5-west-mercia", Cancel);

        Assert.Equal(["peel-3-west-mercia", "peel-4-west-mercia"], under.Select(status => status.Row.Reference));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<World> FiveAsync()
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report(
            "peel", Published,
            Record("1", RecordKind.Recommendation, 2, Published.AddDays(10), bodies: "west-mercia"),
            Record("2", RecordKind.AreaForImprovement, 3, Published.AddDays(400), bodies: "west-mercia"),
            Record("3", RecordKind.Recommendation, null, Published.AddDays(20), "5", "west-mercia"),
            Record("4", RecordKind.Recommendation, 4, null, "5", "west-mercia"),
            Record("5", RecordKind.CauseOfConcern, null, null, null, "west-mercia")));
        return world;
    }

    private static async Task<List<string>> FindAsync(
        World world, RegisterFilter filter, RegisterSort sort = RegisterSort.Reference, Paging? paging = null) =>
        [.. (await Register.SearchAsync(world.Database, new(), ReadScope.All, filter, world.Now, sort, paging ?? new(), Cancel))
            .Items.Select(row => row.Reference)];
}
