using Lifecycle.EventStore;
using Npgsql;

namespace Lifecycle.ReadModels.Tests;

/// <summary>All there is, and not a page of it.</summary>
public static class Rows
{
    /// <summary>A whole table as text.</summary>
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

    /// <summary>The register, read page after page, which together are as many as each of them says.</summary>
    public static async Task<List<RegisterRow>> OfRegisterAsync(World world, RegisterFilter filter, AsOf asOf)
    {
        var rows = new List<RegisterRow>();
        for (var number = 1; ; number++)
        {
            var page = await Register.SearchAsync(
                world.Database, new(), ReadScope.All, filter, asOf, RegisterSort.Reference, new Paging(number, 200), TestContext.Current.CancellationToken);
            rows.AddRange(page.Items);
            if (page.Items.Count == 200) continue;
            Assert.Equal(page.Total, rows.Count);
            return [.. rows.OrderBy(row => row.Reference, StringComparer.Ordinal)];
        }
    }
}
