using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>Every read that is made for somebody goes through here, so that none forgets for whose eyes it is.</summary>
public sealed partial class Reads(Database database, AuthorityRules rules, TimeProvider clock)
{
    private readonly RecordNames _names = new();

    public Task<Page<RegisterRow>> SearchAsync(
        Caller caller, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation) =>
        Register.SearchAsync(database, _names, caller.Scope, filter, asOf, sort, paging, cancellation);

    /// <summary>A page of the register, and what else could be chosen from there.</summary>
    public Task<RegisterPage> RegisterAsync(
        Caller caller, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation) =>
        RegisterPage.ReadAsync(database, _names, caller.Scope, filter, asOf, sort, paging, cancellation);

    /// <summary>Every row of a list of the register as it is at this moment, also when somebody writes while it is read.</summary>
    public IAsyncEnumerable<RegisterRow> ExportAsync(Caller caller, RegisterFilter filter, AsOf asOf, RegisterSort sort, CancellationToken cancellation) =>
        RegisterExport.ReadAsync(
            database, _names, caller.Scope, filter, asOf with { KnownAt = asOf.KnownAt ?? clock.GetUtcNow() }, sort, cancellation);

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

    /// <summary>What was published, newest first, with the standing of its records as far as the caller may see them.</summary>
    public Task<Page<PublicationSummary>> PublicationsAsync(
        Caller caller, PublicationFilter filter, AsOf asOf, Paging paging, CancellationToken cancellation) =>
        PublicationDigest.SearchAsync(database, _names, caller.Scope, filter, asOf, paging, cancellation);

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

    /// <summary>What became of one publication with each body, as far as the caller may see its records.</summary>
    public Task<List<PublicationGroup>> PublicationStandingAsync(Caller caller, string publication, AsOf asOf, CancellationToken cancellation) =>
        PublicationStanding.ReadAsync(database, caller.Scope, publication, asOf, cancellation);

    /// <summary>Which assessments there are, the latest first.</summary>
    public Task<List<GradeCycle>> GradeCyclesAsync(Caller caller, AsOf asOf, CancellationToken cancellation) =>
        GradeGrid.CyclesAsync(database, caller.Scope, asOf, cancellation);

    public Task<List<GradeCell>> GradesAsync(
        Caller caller, IReadOnlyList<string>? bodies, string? cycle, AsOf asOf, CancellationToken cancellation) =>
        GradeGrid.ReadAsync(database, caller.Scope, bodies, cycle, null, asOf, cancellation);

    public Task<Position> PositionAsync(
        Caller caller, IReadOnlyList<PositionSplit> splits, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation) =>
        Positions.ReadAsync(database, caller.Scope, splits, bodies, asOf, cancellation);

    /// <summary>What publications declare and the register does not hold one by one.</summary>
    public Task<List<DeclaredApart>> DeclaredApartAsync(
        Caller caller, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation) =>
        Positions.ApartAsync(database, caller.Scope, bodies, asOf, cancellation);

    /// <summary>Counts of other bodies are for everybody; their records are not.</summary>
    public Task<Comparison> ComparisonAsync(Caller caller, string body, ComparedWith with, AsOf asOf, CancellationToken cancellation) =>
        Comparisons.ReadAsync(database, caller.Scope, body, with, asOf, cancellation);

    /// <summary>Open records by kind on several days at once, as known at a moment.</summary>
    public Task<Trend> TrendAsync(
        Caller caller, IReadOnlyList<string>? bodies, IReadOnlyList<DateOnly> days, DateTimeOffset? knownAt, CancellationToken cancellation) =>
        Trends.ReadAsync(database, caller.Scope, bodies, days, knownAt, cancellation);

    public Task<OpenRecords> OpenRecordsAsync(Caller caller, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation) =>
        OpenRecords.ReadAsync(database, caller.Scope, bodies, asOf, cancellation);

    public Task<OverduePage> OverdueAsync(
        Caller caller, IReadOnlyList<string>? bodies, AsOf asOf, Paging paging, CancellationToken cancellation) =>
        Overdue.ReadAsync(database, _names, caller.Scope, bodies, asOf, paging, cancellation);

    /// <summary>What changed after the day given, up to the day asked for: how much of each sort.</summary>
    public Task<List<MovementCount>> MovementCountsAsync(
        Caller caller, IReadOnlyList<string>? bodies, DateOnly since, AsOf asOf, CancellationToken cancellation) =>
        Movements.CountAsync(database, caller.Scope, bodies, since, asOf, cancellation);

    /// <summary>A page of what changed, oldest first.</summary>
    public Task<List<Movement>> MovementsAsync(
        Caller caller, IReadOnlyList<string>? bodies, IReadOnlyList<MovementKind> what, DateOnly since, AsOf asOf, Paging paging,
        CancellationToken cancellation) =>
        Movements.ReadAsync(database, caller.Scope, bodies, what, since, asOf, paging, cancellation);

    /// <summary>The last meetings of a body's boards, newest first.</summary>
    public Task<List<BoardMeeting>> BoardMeetingsAsync(Caller caller, string body, AsOf asOf, int most, CancellationToken cancellation) =>
        BoardMeetings.LastAsync(database, caller.Scope, body, asOf, most, cancellation);

    /// <summary>One record with all bodies that answer for it: counts of all, and the records that the caller may see.</summary>
    public Task<SameRecordStanding> SameRecordAsync(
        Caller caller, string publication, string number, AsOf asOf, Paging paging, CancellationToken cancellation) =>
        SameRecord.ReadAsync(database, caller.Scope, publication, number, asOf, paging, cancellation);

    /// <summary>How long each list of what waits in a body is. Mine is what the caller owns, by account or under another name given.</summary>
    public Task<IReadOnlyDictionary<WorkList, long>> WorkCountsAsync(
        Caller caller, string body, IReadOnlyList<string>? ownerNames, CancellationToken cancellation) =>
        WorkLists.CountAsync(database, caller.Scope, rules, WorkOfCaller(caller, body, ownerNames), Today, cancellation);

    /// <summary>One list of what waits in a body, oldest first.</summary>
    public Task<Page<WorkItem>> WorkAsync(
        Caller caller, string body, WorkList list, IReadOnlyList<string>? ownerNames, Paging paging, CancellationToken cancellation) =>
        WorkLists.ReadAsync(database, caller.Scope, rules, WorkOfCaller(caller, body, ownerNames), list, Today, paging, cancellation);

    /// <summary>Whom a body's open records name as their owner, most records first.</summary>
    public Task<List<OwnerCount>> OwnersAsync(Caller caller, string body, CancellationToken cancellation) =>
        OwnerCount.ReadAsync(database, caller.Scope, body, cancellation);

    // A record that exists now may not have existed then: where its stream is, is asked of the present.
    private Task<RegisterRow?> FindAsync(Caller caller, string reference, CancellationToken cancellation) =>
        Register.FindAsync(database, caller.Scope, reference, new AsOf(Today), cancellation);

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    private static WorkOf WorkOfCaller(Caller caller, string body, IReadOnlyList<string>? ownerNames) =>
        new(body, [caller.Actor, .. ownerNames ?? []]);

    private static Guid StreamOf(RegisterRow row) => StreamIds.Recommendation(row.Publication, row.Number, row.Body);
}
