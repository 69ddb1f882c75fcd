using System.Data;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Rebuilding;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>How far a rebuild is.</summary>
/// <param name="Events">Events folded.</param>
/// <param name="Of">Events there are to fold; grows while the service goes on writing.</param>
public sealed record RebuildProgress(long Events, long Of);

/// <summary>Somebody else is rebuilding.</summary>
public sealed class RebuildRunningException() : Exception("Another rebuild is running. Wait until it has finished, then start again.");

/// <summary>
/// Makes read models anew from nothing but the events, while the service goes on reading and writing. The new tables are
/// filled beside the old ones; appends wait only for the last catching up and the swap.
/// </summary>
public static class Rebuild
{
    private const long RebuildLock = 0x6C69666503;
    /// <param name="names">Tables, see <see cref="AllReadModels.Names"/>; none is all of them.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    /// <exception cref="RebuildRunningException">Another rebuild is running.</exception>
    public static async Task RunAsync(
        Database database, IReadOnlyList<string> names, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var models = AllReadModels.Named(names);
        await using var writer = await database.OpenOwnerConnectionAsync(cancellation);
        await using var reader = await database.OpenOwnerConnectionAsync(cancellation);
        if (!await LockAsync(writer, cancellation)) throw new RebuildRunningException();
        var shadow = new Shadow(writer, models);
        try
        {
            await new CatchingUp(shadow, reader, writer, progress).RunAsync(cancellation);
        }
        catch
        {
            // Also when cancelled. What a broken connection leaves behind, the next rebuild removes.
            if (writer.State == ConnectionState.Open) await shadow.DropAsync(CancellationToken.None);
            throw;
        }
        finally
        {
            await UnlockAsync(writer);
        }
    }

    private static async Task<bool> LockAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({RebuildLock})", connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    // The connection goes back to a pool, which would keep the lock.
    private static async Task UnlockAsync(NpgsqlConnection connection)
    {
        if (connection.State != ConnectionState.Open) return;
        await using var command = new NpgsqlCommand($"select pg_advisory_unlock({RebuildLock})", connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
