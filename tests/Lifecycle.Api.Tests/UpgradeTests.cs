using Lifecycle.Application;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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
        foreach (var name in AllReadModels.Names)
        {
            var expected = await RowsAsync(_full, $"select t::text from lifecycle.{name} t order by 1");
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await RowsAsync(earlier, $"select t::text from lifecycle.{name} t order by 1"));
        }
    }

    [Fact]
    public async Task A_fresh_start_records_the_shape_of_every_model() =>
        Assert.Equal(AllReadModels.Names.Order(StringComparer.Ordinal), await RowsAsync(_full, "select name from lifecycle.read_model_shape order by name collate \"C\""));

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
        await RowsAsync(_full, "update lifecycle.read_model_shape set shape = 0 where name = 'held_record' returning name");
        Assert.Equal(["held_record"], await SetupOn(_full).MigrateAsync(null, Cancel));
        Assert.Empty(await SetupOn(_full).MigrateAsync(null, Cancel));
    }

    [Fact]
    public async Task A_service_killed_while_it_rebuilds_is_not_ready_before_and_the_next_start_finishes()
    {
        var earlier = await MigratedOnlyAsync();
        await using (await BusyReaderAsync(earlier))
        {
            await using var killed = RunningService.Start(("ConnectionStrings__Lifecycle", earlier));
            await UntilAsync(earlier, "select 'filling' from pg_namespace where nspname = 'lifecycle_rebuild'");
            await killed.SaysAsync("Bringing the read models up to date");
            Assert.DoesNotContain(killed.Output, line => line.Contains("is running", StringComparison.Ordinal));
            await killed.KillAsync();
        }

        Assert.Equal(AllReadModels.Names, await SetupOn(earlier).MigrateAsync(null, Cancel));
    }

    [Fact]
    public async Task A_rebuild_that_was_cancelled_is_done_at_the_next_start()
    {
        var earlier = await service.EarlierAsync(_full);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SetupOn(earlier).MigrateAsync(new Canceller(cancel), cancel.Token));
        Assert.Equal(AllReadModels.Names, await SetupOn(earlier).MigrateAsync(null, Cancel));
    }

    [Fact]
    public async Task A_second_process_waits_for_the_first_and_rebuilds_nothing()
    {
        var earlier = await MigratedOnlyAsync();
        Task<IReadOnlyList<string>> first, second;
        await using (await BusyReaderAsync(earlier))
        {
            first = SetupOn(earlier).MigrateAsync(null, Cancel);
            await UntilAsync(earlier, "select 'filling' from pg_namespace where nspname = 'lifecycle_rebuild'");
            second = SetupOn(earlier).MigrateAsync(null, Cancel);
            await UntilAsync(earlier, "select 'waiting' from pg_stat_activity where datname = current_database() and wait_event = 'advisory'");
        }

        Assert.Equal(AllReadModels.Names, await first);
        Assert.Empty(await second);
    }

    [Fact]
    public async Task A_login_without_the_owners_rights_starts_unless_something_is_due_and_then_says_what_to_do()
    {
        await RowsAsync(_full, "create role reader_login login password 'reader' in role lifecycle_app");
        var login = new NpgsqlConnectionStringBuilder(_full) { Username = "reader_login", Password = "reader" }.ConnectionString;
        Assert.Empty(await SetupOn(login).MigrateAsync(null, Cancel));
        await RowsAsync(_full, "update lifecycle.read_model_shape set shape = 0 where name = 'held_record' returning name");
        var refused = await Assert.ThrowsAsync<MigrationRefusedException>(() => SetupOn(login).MigrateAsync(null, Cancel));
        Assert.Equal("The read models held_record have to be made anew, which this login may not do. Start once with the login that owns the schema.", refused.Message);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Setup SetupOn(string connection) =>
        new ServiceCollection().AddLifecycle(connection).BuildServiceProvider().GetRequiredService<Setup>();

    // As a start leaves it that was killed before it filled anything.
    private async Task<string> MigratedOnlyAsync()
    {
        var earlier = await service.EarlierAsync(_full);
        await using var database = Database.Open(new(earlier));
        await database.MigrateAsync([.. Migrations.EventStore, .. ReadModelMigrations.All], Cancel);
        return earlier;
    }

    // Whoever reads a table keeps a rebuild from putting the new one in its place.
    private static async Task<NpgsqlConnection> BusyReaderAsync(string database)
    {
        var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("begin; lock table lifecycle.held_record in access share mode", connection);
        await command.ExecuteNonQueryAsync(Cancel);
        return connection;
    }

    private static async Task UntilAsync(string database, string sql)
    {
        while (await RowsAsync(database, sql) is []) await Task.Delay(20, Cancel);
    }

    private static Task<List<string>> TablesAsync(string database) =>
        RowsAsync(database, "select format('%s %s', relname, oid) from pg_class where relnamespace = 'lifecycle'::regnamespace order by 1");

    private static async Task<List<string>> RowsAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel)) rows.Add(reader.GetString(0));
        return rows;
    }

    private sealed class Canceller(CancellationTokenSource cancel) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            if (value.Events > 0) cancel.Cancel();
        }
    }
}
