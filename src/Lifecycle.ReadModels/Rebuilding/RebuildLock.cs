using System.Data;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>One rebuild at a time, in every process. The lock belongs to a connection and goes with it.</summary>
internal static class RebuildLock
{
    private const long Key = 0x6C69666503;

    public static async Task<bool> TryTakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Key})", connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Waits for whoever is rebuilding.</summary>
    public static async Task TakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Key})", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // The connection goes back to a pool, which would keep the lock.
    public static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        if (connection.State != ConnectionState.Open) return;
        await using var command = new NpgsqlCommand($"select pg_advisory_unlock({Key})", connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
