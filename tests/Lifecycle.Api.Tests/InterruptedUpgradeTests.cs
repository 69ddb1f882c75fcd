using Lifecycle.Application;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifecycle.Api.Tests;

/// <summary>Starts on a database of an earlier version that are killed or cancelled, that come two at a time, or that lack the right.</summary>
public sealed class InterruptedUpgradeTests(Service service) : IAsyncLifetime
{
    private string _full = "";
    private ServiceFactory _new = null!;

    public async ValueTask InitializeAsync() => _new = await Service.StartOnAsync(_full = await service.DatabaseAsync());

    public async ValueTask DisposeAsync() => await _new.DisposeAsync();

    [Fact]
    public async Task A_service_killed_while_it_rebuilds_is_not_ready_before_and_the_next_start_finishes()
    {
        var earlier = await MigratedOnlyAsync();
        await using (await BusyReaderAsync(earlier))
        {
            var address = $"http://localhost:{RunningService.FreePort()}";
            await using var killed = RunningService.Start(("ConnectionStrings__Lifecycle", earlier), ("ASPNETCORE_URLS", address));
            await UntilAsync(earlier, "select 'filling' from pg_namespace where nspname = 'lifecycle_rebuild'");
            await killed.SaysAsync("Bringing the read models up to date");
            var person = new Person(new HttpClient { BaseAddress = new Uri(address) });
            Assert.Equal(503, (await person.GetAsync("/api/v1/publications")).Status);
            var page = await person.GetAsync("/publications");
            Assert.Equal((503, "5"), (page.Status, page.Headers["Retry-After"]));
            Assert.Contains("The service is starting", page.Text, StringComparison.Ordinal);
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
        await Sql.RowsAsync(_full, "create role reader_login login password 'reader' in role lifecycle_app");
        var login = new NpgsqlConnectionStringBuilder(_full) { Username = "reader_login", Password = "reader" }.ConnectionString;
        Assert.Empty(await SetupOn(login).MigrateAsync(null, Cancel));
        await Sql.RowsAsync(_full, "update lifecycle.read_model_shape set shape = 0 where name = 'held_record' returning name");
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
        while (await Sql.RowsAsync(database, sql) is []) await Task.Delay(20, Cancel);
    }

    private sealed class Canceller(CancellationTokenSource cancel) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            if (value.Events > 0) cancel.Cancel();
        }
    }
}
