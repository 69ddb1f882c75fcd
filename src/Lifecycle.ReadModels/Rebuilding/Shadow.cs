using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>The tables that are being rebuilt, in a schema beside the service's own until they take its place.</summary>
internal sealed class Shadow(NpgsqlConnection connection, IReadOnlyList<IReadModel> models)
{
    private const string Schema = "lifecycle_rebuild";
    private static readonly string IndexesSql = SqlText.Of("rebuild_indexes");
    private static readonly string DifferenceSql = SqlText.Of("rebuild_difference");

    public IReadOnlyList<string> Names { get; } = [.. models.Select(model => model.Name)];

    /// <summary>Made by the same migrations, so that a swapped-in table has the same columns, indexes, rights and policies.</summary>
    /// <param name="fill">Hands over all there is. Keys and indexes are made when the rows are there, which is much faster.</param>
    public async Task CreateAsync(Func<Func<ShadowRows, CancellationToken, Task>, CancellationToken, Task> fill, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunAsync($"drop schema if exists {Schema} cascade", ct);
        await RunAsync($"create schema {Schema}", ct);
        // Functions of earlier steps speak of the service's own tables as they were then; nobody calls those of the shadow.
        await RunAsync("set local check_function_bodies = off", ct);
        foreach (var migration in ReadModelMigrations.In(Schema)) await RunAsync(migration.Sql, ct);
        var indexes = await IndexesAsync(ct);
        foreach (var index in indexes) await RunAsync(index.Drop, ct);
        await FillAsync(fill, ct);
        await RunAsync("set local maintenance_work_mem = '256MB'", ct);
        foreach (var index in indexes) await RunAsync(index.Make, ct);
        foreach (var model in models) await RunAsync($"analyze {Schema}.{model.Name}", ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The rows that these streams give.</summary>
    public ShadowRows RowsOf(IReadOnlyList<StoredStream> streams)
    {
        var rows = new ShadowRows(models);
        foreach (var stream in streams) rows.Add(stream.Folded());
        return rows;
    }

    /// <summary>Puts the rows of streams that have grown meanwhile in place of those copied before.</summary>
    public async Task ReplaceAsync(ShadowRows rows, CancellationToken ct)
    {
        foreach (var model in models)
        {
            await using var command = new NpgsqlCommand($"delete from {Schema}.{model.Name} where stream_id = any($1)", connection);
            command.Parameters.AddWithValue(rows.Streams);
            await command.ExecuteNonQueryAsync(ct);
        }

        await CopyAsync(rows.ByModel, "freeze false", ct);
    }

    /// <summary>For each live table the rows that differ from those made anew, of streams that have not grown since.</summary>
    /// <param name="done">The position up to which the tables are filled.</param>
    public async Task<IReadOnlyList<ReadModelDifference>> DifferencesAsync(long done, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var differences = new List<ReadModelDifference>();
        foreach (var model in models)
        {
            var sql = DifferenceSql.Replace("{schema}", Schema, StringComparison.Ordinal).Replace("{model}", model.Name, StringComparison.Ordinal);
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            command.Parameters.AddWithValue(done);
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            if (reader.GetInt64(0) + reader.GetInt64(1) > 0)
                differences.Add(new(model.Name, reader.GetInt64(0), reader.GetInt64(1), reader.GetGuid(2)));
        }

        return differences;
    }

    /// <summary>Within the caller's transaction, which holds the append lock: readers see the old table or the new one, never none.</summary>
    /// <exception cref="PostgresException">Lock not available: a reader was in the way. Try again.</exception>
    public async Task SwapAsync(CancellationToken ct)
    {
        // Shorter than the server waits before it looks for deadlocks, so that we give way and never a reader.
        await RunAsync("set local lock_timeout = '400ms'", ct);
        await RunAsync($"lock table {string.Join(", ", models.Select(model => $"lifecycle.{model.Name}"))} in access exclusive mode", ct);
        foreach (var model in models)
        {
            await RunAsync($"drop table lifecycle.{model.Name}", ct);
            await RunAsync($"alter table {Schema}.{model.Name} set schema lifecycle", ct);
        }

        await ReadModelShapes.RecordAsync(connection, models, ct);
        await DropAsync(ct);
    }

    public Task DropAsync(CancellationToken ct) => RunAsync($"drop schema if exists {Schema} cascade", ct);

    // The rows go in as if they had always been there, and need no vacuum.
    private async Task FillAsync(Func<Func<ShadowRows, CancellationToken, Task>, CancellationToken, Task> fill, CancellationToken ct)
    {
        const string Freeze = "freeze";
        using var held = new ShadowRows(models);
        await fill(
            async (rows, cancel) =>
            {
                held.Add(rows);
                await CopyAsync(held.Enough, Freeze, cancel);
            },
            ct);
        await CopyAsync(held.ByModel, Freeze, ct);
    }

    private async Task CopyAsync(IEnumerable<(IReadModel Model, CopyBuffer Rows)> rows, string freeze, CancellationToken ct)
    {
        foreach (var (model, copied) in rows)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync(
                $"copy {Schema}.{model.Name} ({model.Columns}) from stdin (format binary, {freeze})", ct);
            copy.ReadTimeout = Timeout.Infinite;
            await copy.WriteAsync(copied.Ended(), ct);
            copied.Clear();
        }
    }

    private async Task<List<(string Drop, string Make)>> IndexesAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(IndexesSql, connection);
        command.Parameters.AddWithValue("schema", Schema);
        command.Parameters.AddWithValue("tables", models.Select(model => model.Name).ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.AllAsync(row => (row.GetString(0), row.GetString(1)), ct);
    }

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
