using Npgsql;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>What the login that owns the database sees, and may do.</summary>
internal sealed class Owner(string connection)
{
    public async Task<(string, string, string)> RowAsync(string sql, params string[] parameters)
    {
        await using var owner = await OpenAsync();
        await using var command = Command(owner, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        return (reader.GetString(0), reader.GetString(1), reader.GetString(2));
    }

    public async Task<List<string>> TablesWithAsync(string text)
    {
        await using var owner = await OpenAsync();
        List<string> tables = [], with = [];
        await using (var names = new NpgsqlCommand("select tablename from pg_tables where schemaname = 'lifecycle'", owner))
        await using (var reader = await names.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) tables.Add(reader.GetString(0));
        foreach (var table in tables)
        {
            await using var count = new NpgsqlCommand($"select exists (select from lifecycle.{table} t where strpos(t::text, $1) > 0)", owner) { Parameters = { new() { Value = text } } };
            if (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true) with.Add(table);
        }

        return with;
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var owner = new NpgsqlConnection($"{connection};Pooling=false");
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        return owner;
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var owner = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task RunSqlAsync(string sql, params string[] parameters)
    {
        await using var owner = await OpenAsync();
        await using var command = Command(owner, sql, parameters);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static NpgsqlCommand Command(NpgsqlConnection owner, string sql, string[] parameters)
    {
        var command = new NpgsqlCommand(sql, owner);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        return command;
    }
}
