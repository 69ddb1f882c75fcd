using Lifecycle.Application;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Api.Tests;

/// <summary>A database that an earlier version filled, and this program's start on it.</summary>
public sealed class UpgradeTests(Service service) : IAsyncLifetime
{
    private static readonly string[] Addresses =
    [
        "/api/v1/positions?body=west-mercia&groupBy=body,kind,level,status",
        "/api/v1/positions?body=west-mercia&asAt=2023-09-04",
        "/api/v1/comparisons?body=west-mercia&with=msg&asAt=2023-09-04",
        "/api/v1/recommendations?body=west-mercia",
        "/api/v1/recommendations?asAt=2023-09-04&pageSize=200",
        "/api/v1/publications?pageSize=200",
    ];

    private string _full = "";
    private ServiceFactory _new = null!;

    public async ValueTask InitializeAsync() => _new = await Service.StartOnAsync(_full = await service.DatabaseAsync());

    public async ValueTask DisposeAsync() => await _new.DisposeAsync();

    [Fact]
    public async Task Once_started_it_answers_as_a_database_that_was_always_new()
    {
        await using var upgraded = await Service.StartOnAsync(await service.EarlierAsync(_full));
        foreach (var address in Addresses)
        {
            var expected = await _new.As("demo.board.west-mercia").GetAsync(address);
            Assert.Equal(200, expected.Status);
            Assert.Equal(expected.Text, (await upgraded.As("demo.board.west-mercia").GetAsync(address)).Text);
        }
    }

    [Fact]
    public async Task Every_read_model_holds_the_rows_of_a_database_that_was_always_new()
    {
        var earlier = await service.EarlierAsync(_full);
        await (await Service.StartOnAsync(earlier)).DisposeAsync();
        var filled = new List<string>();
        foreach (var name in AllReadModels.Names)
        {
            var expected = await Sql.RowsAsync(_full, $"select t::text from lifecycle.{name} t order by 1");
            if (expected.Count > 0) filled.Add(name);
            Assert.Equal(expected, await Sql.RowsAsync(earlier, $"select t::text from lifecycle.{name} t order by 1"));
        }

        Assert.Superset(new HashSet<string> { "recommendation_status", "position_interval", "held_record" }, filled.ToHashSet());
    }

    [Fact]
    public async Task A_fresh_start_records_the_shape_of_every_model() =>
        Assert.Equal(AllReadModels.Names.Order(StringComparer.Ordinal), await Sql.RowsAsync(_full, "select name from lifecycle.read_model_shape order by name collate \"C\""));

    [Fact]
    public async Task A_second_start_rebuilds_nothing()
    {
        var earlier = await service.EarlierAsync(_full);
        await (await Service.StartOnAsync(earlier)).DisposeAsync();
        var tables = await TablesAsync(earlier);
        await (await Service.StartOnAsync(earlier)).DisposeAsync();
        Assert.Equal(tables, await TablesAsync(earlier));
    }

    [Fact]
    public async Task Only_the_model_whose_shape_differs_is_rebuilt()
    {
        await Sql.RowsAsync(_full, "update lifecycle.read_model_shape set shape = 0 where name = 'held_record' returning name");
        Assert.Equal(["held_record"], await SetupOn(_full).MigrateAsync(null, Cancel));
        Assert.Empty(await SetupOn(_full).MigrateAsync(null, Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Setup SetupOn(string connection) =>
        new ServiceCollection().AddLifecycle(connection).BuildServiceProvider().GetRequiredService<Setup>();

    private static Task<List<string>> TablesAsync(string database) =>
        Sql.RowsAsync(database, "select format('%s %s', relname, oid) from pg_class where relnamespace = 'lifecycle'::regnamespace order by 1");
}
