using Lifecycle.Application;
using Lifecycle.Application.Generation;
using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>lifecycle generate, as the shell and the database see it.</summary>
public sealed class GenerateTests(PostgresFixture postgres)
{
    // Every table of the schema with a digest of its rows.
    // Not the ledger: its salts and name are chance, whatever the seed.
    private const string Contents = """
        select table_name || ' ' || (xpath('/row/digest/text()', query_to_xml(format(
            'select coalesce(md5(string_agg(t::text, '','' order by t::text)), ''empty'') as digest from lifecycle.%I t', table_name), true, true, '')))[1]::text
        from information_schema.tables where table_schema = 'lifecycle' and table_name <> 'migration' and table_name not like 'ledger%' order by 1
        """;

    [Fact]
    public async Task The_same_seed_gives_the_same_rows_and_another_seed_others()
    {
        var (one, again, other) = (await GenerateAsync("--seed", "7"), await GenerateAsync("--seed", "7"), await GenerateAsync("--seed", "8"));
        Assert.Equal(await QueryAsync(one, Contents), await QueryAsync(again, Contents));
        Assert.NotEqual(await QueryAsync(one, Contents), await QueryAsync(other, Contents));
    }

    [Fact]
    public async Task A_rebuild_finds_in_the_events_what_was_written_with_them()
    {
        var database = await GenerateAsync();
        var before = await QueryAsync(database, Contents);
        Assert.Contains(before, table => table.StartsWith("recommendation_interval ", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Ok, (await RunAsync(database, "rebuild")).Code);

        Assert.Equal(before, await QueryAsync(database, Contents));
    }

    [Fact]
    public async Task Twenty_years_are_recorded_in_order_and_a_few_things_late()
    {
        var database = await GenerateAsync();

        Assert.Equal(["2006", "2025"], await QueryAsync(
            database, "select extract(year from min(timestamp))::text from lifecycle.mt_events union all select extract(year from max(timestamp))::text from lifecycle.mt_events"));
        Assert.Equal(["0"], await QueryAsync(
            database, "select count(*)::text from lifecycle.mt_events one join lifecycle.mt_events next on next.seq_id = one.seq_id + 1 where next.timestamp < one.timestamp"));
        Assert.InRange(int.Parse((await QueryAsync(
            database, "select (100 * count(*) filter (where (headers ->> 'effective_on')::date < timestamp::date) / count(*))::text from lifecycle.mt_events"))[0], null), 1, 8);
    }

    [Fact]
    public async Task It_refuses_a_database_that_holds_events()
    {
        var database = await GenerateAsync();
        var run = await RunAsync(database, "generate", "--events", "1000");
        Assert.Equal(ExitCodes.Refused, run.Code);
        Assert.StartsWith("This database already holds events. Generate into an empty one", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--events", "many")]
    [InlineData("--events", "12")]
    [InlineData("--events", "99999999999")]
    [InlineData("--seed", "one")]
    public async Task A_number_that_is_none_is_named(string option, string number)
    {
        var run = await RunAsync("Host=127.0.0.1;Port=1", "generate", option, number);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains($"'{number}' is not a whole number from", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_register_can_be_imported()
    {
        var connection = await postgres.CreateDatabaseAsync();
        await using var services = new ServiceCollection().AddLifecycle(connection).BuildServiceProvider();
        await services.GetRequiredService<Setup>().MigrateAsync(null, TestContext.Current.CancellationToken);

        var result = await services.GetRequiredService<RegisterImport>().RunAsync(
            Caller.For("test", Role.Admin, Bodies.Hmicfrs), [GeneratedDocument.Of(2_000, 1)], dryRun: false, null, TestContext.Current.CancellationToken);

        Assert.Empty(result.Problems);
        Assert.Equal(await QueryAsync(await GenerateAsync(), "select count(*)::text from lifecycle.mt_events"), [$"{result.Events}"]);
    }

    private async Task<string> GenerateAsync(params string[] more)
    {
        var database = await postgres.CreateDatabaseAsync();
        var run = await RunAsync(database, ["generate", "--events", "2000", .. more]);
        Assert.True(run.Code == ExitCodes.Ok, run.Errors);
        return database;
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(string connection, params string[] words) =>
        Shell.RunAsync([.. words, "--connection", connection]);

    private static async Task<List<string>> QueryAsync(string connection, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(connection);
        await using var command = owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(reader.GetString(0));
        return rows;
    }
}
