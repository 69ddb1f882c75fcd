using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

// What the page of one record asks.
public sealed partial class Reads
{
    private const int MostKin = 100;

    /// <summary>One record with everything that is shown beside it; null when there is none at that point that the caller may know of.</summary>
    public async Task<RecordPaper?> RecordPaperAsync(Caller caller, string reference, AsOf asOf, CancellationToken cancellation)
    {
        if (await ReplayAsync(caller, reference, asOf, cancellation) is not { State: { } state } life)
            return null;
        return new RecordPaper(
            state, life,
            await PublicationDigest.FindAsync(database, caller.Scope, state.Raised.Publication, asOf, cancellation),
            await RecordKin.ReadAsync(database, caller.Scope, state.Reference, RecordPaper.Named(state), asOf, MostKin, cancellation),
            await SameRecordAsync(caller, state.Raised.Publication, state.Raised.Number, asOf, new Paging(1, MostKin), cancellation),
            asOf.IsNow ? await NextAsync(caller, state, cancellation) : []);
    }

    /// <summary>What can be done next with a record as it is now, and what not; null when there is none that the caller may know of.</summary>
    public async Task<IReadOnlyList<NextAct>?> NextActsAsync(Caller caller, string reference, CancellationToken cancellation) =>
        await RecordAsync(caller, reference, new AsOf(LondonDay.Of(clock.GetUtcNow())), cancellation) is { } state
            ? await NextAsync(caller, state, cancellation)
            : null;

    private async Task<IReadOnlyList<NextAct>> NextAsync(Caller caller, Recommendation state, CancellationToken cancellation) =>
        NextActs.For(caller, state, LondonDay.Of(clock.GetUtcNow()), rules, await OpenChildrenAsync(caller, state, cancellation));

    private async Task<IReadOnlyList<string>> OpenChildrenAsync(Caller caller, Recommendation state, CancellationToken cancellation) =>
        state.Kind != RecordKind.CauseOfConcern ? [] :
        [
            .. (await RecommendationStatus.UnderAsync(database, caller.Scope, state.Reference, cancellation))
                .Where(child => child.Row.Status.IsOpen()).Select(child => child.Row.Reference),
        ];
}
