using System.Data;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Rebuilding;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>How far a rebuild is.</summary>
/// <param name="Models">What is rebuilt.</param>
/// <param name="Events">Events folded.</param>
/// <param name="Of">Events there are to fold; grows while the service goes on writing.</param>
public sealed record RebuildProgress(IReadOnlyList<string> Models, long Events, long Of);

/// <summary>Somebody else is rebuilding.</summary>
public sealed class RebuildRunningException() : Exception("Another rebuild is running. Wait until it has finished, then start again.");

/// <summary>
/// Makes read models anew from nothing but the events, while the service goes on reading and writing. The new tables are
/// filled beside the old ones; appends wait only for the last catching up and the swap.
/// </summary>
public static class Rebuild
{
    /// <param name="names">Tables, see <see cref="AllReadModels.Names"/>; none is all of them.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    /// <exception cref="RebuildRunningException">Another rebuild is running.</exception>
    public static async Task RunAsync(
        Database database, IReadOnlyList<string> names, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var models = AllReadModels.Named(names);
        await using var writer = await database.OpenOwnerConnectionAsync(cancellation);
        if (!await RebuildLock.TryTakeAsync(writer, cancellation)) throw new RebuildRunningException();
        try
        {
            await RunAsync(database, writer, models, progress, cancellation);
        }
        finally
        {
            await RebuildLock.ReleaseAsync(writer);
        }
    }

    /// <param name="writer">Holds the lock.</param>
    internal static async Task RunAsync(
        Database database, NpgsqlConnection writer, IReadOnlyList<IReadModel> models, IProgress<RebuildProgress>? progress,
        CancellationToken cancellation)
    {
        await using var reader = await database.OpenOwnerConnectionAsync(cancellation);
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
    }
}
