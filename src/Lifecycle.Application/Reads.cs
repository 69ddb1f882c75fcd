using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>Every read that is made for somebody goes through here, so that none forgets for whose eyes it is.</summary>
public sealed class Reads(Database database, AuthorityRules rules, TimeProvider clock)
{
    public Task<Page<RegisterRow>> SearchAsync(
        Caller caller, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation) =>
        Register.SearchAsync(database, caller.Scope, filter, asOf, sort, paging, cancellation);

    /// <summary>One record by the fold of its events; null when there is none at that point, or none that the caller may know of.</summary>
    public async Task<Recommendation?> RecordAsync(Caller caller, string reference, AsOf asOf, CancellationToken cancellation) =>
        (await ReplayAsync(caller, reference, asOf, cancellation))?.State;

    /// <summary>A record's life event by event, with what each changed; null when there is none that the caller may know of.</summary>
    public async Task<RecommendationReplay?> ReplayAsync(Caller caller, string reference, AsOf asOf, CancellationToken cancellation) =>
        await RecommendationStream.FindAsync(database, caller.Scope, reference, cancellation) is { } stream
            ? RecommendationReplay.Of(stream.Events, asOf)
            : null;

    /// <summary>The events of one record; null when there is none that the caller may know of.</summary>
    public async Task<Page<AuditEntry>?> HistoryAsync(
        Caller caller, string reference, AsOf asOf, Paging paging, CancellationToken cancellation) =>
        await FindAsync(caller, reference, cancellation) is { } row
            ? await AuditHistory.ReadAsync(database, caller.Scope, StreamOf(row), asOf, paging, cancellation)
            : null;

    /// <summary>What waits for this caller's decision; who decides nothing sees what waits in the records they watch.</summary>
    public Task<Page<QueueItem>> QueueAsync(Caller caller, AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        SignOffAuthority? authority = caller.Role switch
        {
            Role.Chief => SignOffAuthority.ChiefConstable,
            Role.Hmi or Role.Fll => SignOffAuthority.Hmicfrs,
            _ => null,
        };
        return SignOffQueue.ReadAsync(
            database, caller.Scope, rules, authority, authority is null ? null : caller.Actor, asOf, paging, cancellation);
    }

    /// <summary>What was published, newest first, with the standing of its records as far as the caller may see them.</summary>
    public Task<Page<PublicationSummary>> PublicationsAsync(
        Caller caller, PublicationFilter filter, AsOf asOf, Paging paging, CancellationToken cancellation) =>
        PublicationDigest.SearchAsync(database, caller.Scope, filter, asOf, paging, cancellation);

    /// <summary>One publication with its counts and grades; null when there is none at that point.</summary>
    public async Task<PublicationPaper?> PublicationAsync(Caller caller, string publication, AsOf asOf, CancellationToken cancellation)
    {
        if (await PublicationDigest.FindAsync(database, caller.Scope, publication, asOf, cancellation) is not { } summary)
            return null;
        return new PublicationPaper(
            summary,
            await PublicationCounts.ReadAsync(database, caller.Scope, publication, asOf, cancellation),
            await GradeGrid.ReadAsync(database, caller.Scope, null, null, publication, asOf, cancellation));
    }

    public Task<List<GradeCell>> GradesAsync(
        Caller caller, IReadOnlyList<string>? bodies, string? cycle, AsOf asOf, CancellationToken cancellation) =>
        GradeGrid.ReadAsync(database, caller.Scope, bodies, cycle, null, asOf, cancellation);

    public Task<Position> PositionAsync(
        Caller caller, IReadOnlyList<PositionSplit> splits, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation) =>
        Positions.ReadAsync(database, caller.Scope, splits, bodies, asOf, cancellation);

    /// <summary>Counts of other bodies are for everybody; their records are not.</summary>
    public Task<Comparison> ComparisonAsync(Caller caller, string body, ComparedWith with, AsOf asOf, CancellationToken cancellation) =>
        Comparisons.ReadAsync(database, caller.Scope, body, with, asOf, cancellation);

    // A record that exists now may not have existed then: where its stream is, is asked of the present.
    private Task<RegisterRow?> FindAsync(Caller caller, string reference, CancellationToken cancellation) =>
        Register.FindAsync(database, caller.Scope, reference, new AsOf(LondonDay.Of(clock.GetUtcNow())), cancellation);

    private static Guid StreamOf(RegisterRow row) => StreamIds.Recommendation(row.Publication, row.Number, row.Body);
}
