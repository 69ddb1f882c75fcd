using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.EventStore.Log;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>
/// Erases personal data that somebody typed into a text: first the event that says so is stored, then the text goes from the
/// event and, with a rebuild, from everything that is shown. Broken off in between, the same call again completes it.
/// </summary>
public sealed class Erasure(Database database, Transact transact, TextEraser eraser, RecentRecords recent)
{
    public async Task<Outcome<Recommendation>> RunAsync(
        Caller caller, string reference, EraseText command, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var outcome = await transact.RunAsync(caller, reference, Permissions.Erase, command, new Request(), cancellation);
        if (outcome is not Outcome<Recommendation>.Done
            || await RecommendationStream.FindAsync(database, caller.Scope, reference, cancellation) is not { } found)
            return outcome;
        await eraser.EraseAsync(found.Tenant, found.Id, command.OfVersion, command.Fields, EraseText.Erased, cancellation);
        // What is remembered here still has the text. Other processes notice by the version.
        recent.Forget(reference);
        await Rebuild.RunAsync(database, [], progress, cancellation);
        return outcome;
    }
}
