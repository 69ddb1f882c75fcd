using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>Plain statements beside the store: on a connection of the owner or of the application's role, or in a look.</summary>
internal static class Sql
{
    public static Task<NpgsqlConnection> OwnerAsync(Store store) => OpenAsync(store.ConnectionString);

    /// <summary>As lifecycle_app, with the bodies set for the whole session.</summary>
    public static async Task<NpgsqlConnection> ApplicationAsync(Store store, string? bodies)
    {
        var connection = await OpenAsync($"{store.ConnectionString};Options=-c role=lifecycle_app");
        if (bodies is not null) await ExecuteAsync(connection, "select set_config('lifecycle.bodies', $1, false)", bodies);
        return connection;
    }

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<List<string>> LinesAsync(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : $"{reader.GetValue(i)}")));
        return lines;
    }

    /// <summary>The one value that a look is asked for.</summary>
    public static Task<T> OneAsync<T>(Look look, string sql) => look.AskAsync(
        sql, _ => { },
        async (reader, ct) =>
        {
            await reader.ReadAsync(ct);
            return reader.GetFieldValue<T>(0);
        },
        TestContext.Current.CancellationToken);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        return command;
    }
}
