using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

public sealed class MigrationTests(PostgresFixture postgres)
{
    private static readonly Migration One = new("probe", 1, "one", "create table lifecycle.one (id int)");
    private static readonly Migration Two = new("probe", 2, "two", "create table lifecycle.two (id int)");
    private static readonly IReadOnlyList<Migration> Own = Migrations.EventStore;

    [Fact]
    public async Task Processes_that_start_at_once_migrate_an_empty_database_once()
    {
        var connection = await postgres.CreateDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => MigrateAsync(connection, [.. Own, One, Two])));

        Assert.Equal(Own.Count + 2, (await AppliedAsync(connection)).Count);
    }

    [Fact]
    public async Task Databases_of_one_server_may_be_migrated_at_once()
    {
        var connections = new List<string>();
        for (var i = 0; i < 6; i++) connections.Add(await postgres.CreateDatabaseAsync());

        await Task.WhenAll(connections.Select(c => MigrateAsync(c, Own)));

        foreach (var connection in connections) Assert.Equal(Own.Count, (await AppliedAsync(connection)).Count);
    }

    [Fact]
    public async Task A_step_is_recorded_with_its_number_name_and_digest_and_is_run_once()
    {
        var connection = await postgres.CreateDatabaseAsync(Own);

        await MigrateAsync(connection, [.. Own, One]);
        await MigrateAsync(connection, [.. Own, One, Two]);

        Assert.Equal(
            ["probe | 1 | one | 1647459c", "probe | 2 | two | 9c63f00f"],
            (await AppliedAsync(connection)).Where(line => line.StartsWith("probe", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_program_older_than_the_database_does_not_touch_it()
    {
        var connection = await postgres.CreateDatabaseAsync([.. Own, One, Two]);

        var refused = await Assert.ThrowsAsync<MigrationRefusedException>(() => MigrateAsync(connection, [.. Own, One]));

        Assert.Equal("The database is newer than this program: step 2 of probe is not known here. Run the newer program.", refused.Message);
    }

    [Fact]
    public async Task A_step_that_was_edited_after_it_was_applied_is_refused()
    {
        var connection = await postgres.CreateDatabaseAsync([.. Own, One]);

        var refused = await Assert.ThrowsAsync<MigrationRefusedException>(
            () => MigrateAsync(connection, [.. Own, One with { Sql = One.Sql + " " }, Two]));

        Assert.Contains("Step 1 of probe (one) is not the text that was applied", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Own.Count + 1, (await AppliedAsync(connection)).Count);
    }

    [Fact]
    public async Task A_step_with_other_line_endings_is_the_same_step()
    {
        var connection = await postgres.CreateDatabaseAsync([.. Own, One with { Sql = "select 1;\nselect 2" }]);

        await MigrateAsync(connection, [.. Own, One with { Sql = "select 1;\r\nselect 2" }]);

        Assert.Equal(Own.Count + 1, (await AppliedAsync(connection)).Count);
    }

    [Fact]
    public async Task A_step_numbered_before_one_that_was_applied_is_refused()
    {
        var connection = await postgres.CreateDatabaseAsync([.. Own, Two]);

        var refused = await Assert.ThrowsAsync<MigrationRefusedException>(() => MigrateAsync(connection, [.. Own, One, Two]));

        Assert.Contains("Give it the next free number", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_database_as_it_was()
    {
        var connection = await postgres.CreateDatabaseAsync(Own);

        await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(connection, [.. Own, One, Two with { Sql = "create nonsense" }]));

        Assert.Equal(Own.Count, (await AppliedAsync(connection)).Count);
        await MigrateAsync(connection, [.. Own, One, Two]);
    }

    private static async Task MigrateAsync(string connection, IReadOnlyList<Migration> migrations)
    {
        await using var database = Database.Open(new(connection));
        await database.MigrateAsync(migrations, TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> AppliedAsync(string connection)
    {
        await using var owner = await Sql.OpenAsync(connection);
        return await Sql.LinesAsync(owner, "select component, number, name, left(sha256, 8) from lifecycle.migration order by component, number");
    }
}
