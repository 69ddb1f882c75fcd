using System.Data;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Rebuilding;

namespace Lifecycle.ReadModels;

/// <summary>A read model that does not say what the events say.</summary>
/// <param name="Model">Name of the table.</param>
/// <param name="Unexpected">Rows that the events do not give.</param>
/// <param name="Missing">Rows that the events give and that are not there.</param>
/// <param name="Stream">A stream that such a row is of.</param>
public sealed record ReadModelDifference(string Model, long Unexpected, long Missing, Guid Stream);

/// <summary>Makes all read models anew beside the live ones, compares them row for row, and throws them away. The service goes on meanwhile.</summary>
public static class ReadModelCheck
{
    /// <returns>None when everything that is shown is what was recorded.</returns>
    /// <exception cref="RebuildRunningException">A rebuild is running.</exception>
    public static async Task<IReadOnlyList<ReadModelDifference>> RunAsync(
        Database database, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        await using var writer = await database.OpenOwnerConnectionAsync(cancellation);
        if (!await RebuildLock.TryTakeAsync(writer, cancellation)) throw new RebuildRunningException();
        await using var reader = await database.OpenOwnerConnectionAsync(cancellation);
        var shadow = new Shadow(writer, AllReadModels.Models);
        try
        {
            var done = await new CatchingUp(shadow, reader, writer, progress).FillAsync(cancellation);
            return await shadow.DifferencesAsync(done, cancellation);
        }
        finally
        {
            if (writer.State == ConnectionState.Open) await shadow.DropAsync(CancellationToken.None);
            await RebuildLock.ReleaseAsync(writer);
        }
    }
}
