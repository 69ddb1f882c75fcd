using Lifecycle.EventStore;
using Npgsql;

namespace Lifecycle.ReadModels.Tests;

/// <summary>Whole tables as text.</summary>
public static class Rows
{
    public static Task<List<string>> OfAsync(Database database, string table) =>
        QueryAsync(database, $"select t::text from lifecycle.{table} t order by 1");

    /// <summary>One column of text, as the owner sees it.</summary>
    public static async Task<List<string>> QueryAsync(Database database, string sql)
    {
        await using var owner = await database.OpenOwnerConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, owner);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(reader.GetString(0));
        return rows;
    }
}
