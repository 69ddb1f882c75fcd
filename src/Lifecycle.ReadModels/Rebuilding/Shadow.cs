using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>The tables that are being rebuilt, in a schema beside the service's own until they take its place.</summary>
internal sealed class Shadow(NpgsqlConnection connection, IReadOnlyList<IReadModel> models)
{
    private const string Schema = "lifecycle_rebuild";

    /// <summary>Made by the same migrations, so that a swapped-in table has the same columns, indexes, rights and policies.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunAsync($"drop schema if exists {Schema} cascade", ct);
        await RunAsync($"create schema {Schema}", ct);
        foreach (var migration in ReadModelMigrations.In(Schema)) await RunAsync(migration.Sql, ct);
        await transaction.CommitAsync(ct);
    }

    public async Task CopyAsync(IReadOnlyList<StreamSteps> streams, CancellationToken ct)
    {
        foreach (var model in models) await model.CopyAsync(connection, Schema, streams, ct);
    }

    /// <summary>Puts the rows of streams that have grown meanwhile in place of those copied before.</summary>
    public async Task ReplaceAsync(IReadOnlyList<StreamSteps> streams, CancellationToken ct)
    {
        foreach (var model in models)
        {
            await using var command = new NpgsqlCommand($"delete from {Schema}.{model.Name} where stream_id = any($1)", connection);
            command.Parameters.AddWithValue(streams.Select(stream => stream.Stream).ToArray());
            await command.ExecuteNonQueryAsync(ct);
        }

        await CopyAsync(streams, ct);
    }

    public async Task AnalyzeAsync(CancellationToken ct)
    {
        foreach (var model in models) await RunAsync($"analyze {Schema}.{model.Name}", ct);
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

        await DropAsync(ct);
    }

    public Task DropAsync(CancellationToken ct) => RunAsync($"drop schema if exists {Schema} cascade", ct);

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
