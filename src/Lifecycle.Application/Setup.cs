using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.EventStore.Log;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>Brings a database to what the program needs, and keeps its tables in order.</summary>
public sealed class Setup(Database database, EventStore.EventStore store, RegisterImport import)
{
    /// <summary>
    /// Creates or migrates the schema, makes anew the read models whose rows have another shape now and says which, and gives a
    /// leaf of the ledger to every event that has none. Safe when several processes start at once.
    /// </summary>
    /// <param name="progress">Told only when read models are due.</param>
    /// <exception cref="MigrationRefusedException">The database is newer than the program, or needs the login that owns the schema.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        await database.MigrateAsync([.. Migrations.EventStore, .. ReadModelMigrations.All], cancellation);
        var anew = await ReadModelShapes.BringUpToDateAsync(database, progress, cancellation);
        await store.CatchUpAsync(progress is null ? null : new Told<CatchUpProgress>(at => progress.Report(new(["ledger"], at.Events, at.Of))), cancellation);
        return anew;
    }

    /// <summary>Loads the sample register into a database without events; null when there are some.</summary>
    public async Task<ImportResult?> LoadSampleAsync(IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (await store.HeadAsync(cancellation) > 0)
            return null;
        var documents = SampleRegister.Read().Select(reading => reading.Document
            ?? throw new InvalidOperationException($"The sample register is broken: {reading.Problems[0]}"));
        return await import.RunAsync(Caller.For("sample-register", Role.Admin, Bodies.Hmicfrs), [.. documents], dryRun: false, progress, cancellation);
    }

    /// <summary>Makes read models anew from the events alone, while the service keeps serving.</summary>
    /// <param name="names">Which; none is all.</param>
    public Task RebuildAsync(IReadOnlyList<string> names, IProgress<RebuildProgress>? progress, CancellationToken cancellation) =>
        Rebuild.RunAsync(database, names, progress, cancellation);
}
