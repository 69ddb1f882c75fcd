using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>An event as the feed tells it to the outside.</summary>
/// <param name="Position">Its place among all events.</param>
/// <param name="Id">The key by which a subscriber recognises a repeat.</param>
/// <param name="Body">Whose record it is about.</param>
/// <param name="Subject">Reference of the record; null for publications and declared positions.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">Stored name, for example "closure_recommended".</param>
/// <param name="Data">What happened, the JSON as stored.</param>
public sealed record FeedEvent(
    long Position, Guid Id, string Body, string? Subject, long Version, string Type, DateTimeOffset RecordedAt,
    EventHeaders Headers, ReadOnlyMemory<byte> Data);

/// <summary>The next events that the caller may see.</summary>
/// <param name="Events">In the order of positions, which has gaps where the caller may not see an event.</param>
/// <param name="ReadUpTo">Go on after this position: it skips what the caller may not see.</param>
public sealed record FeedPage(IReadOnlyList<FeedEvent> Events, long ReadUpTo);

/// <summary>All events in one order, as far as a caller may see them.</summary>
public sealed class EventFeed(Database database, EventStore.EventStore store)
{
    public async Task<FeedPage> ReadAsync(Caller caller, long after, int limit, CancellationToken cancellation)
    {
        // The head first: what is stored between the two queries comes with the next page, and nothing is skipped.
        var head = await store.HeadAsync(cancellation);
        if (head <= after)
            return new FeedPage([], after);
        var events = await store.ReadAllAsync(caller.Scope, after, limit, cancellation);
        var subjects = await RecommendationStatus.ReferencesAsync(database, caller.Scope, [.. events.Select(e => e.Stream).Distinct()], cancellation);
        return new FeedPage(
            [.. events.Select(e => Tell(e, subjects.GetValueOrDefault(e.Stream)))],
            events.Count < limit ? head : events[^1].Position);
    }

    /// <summary>The newest position.</summary>
    public Task<long> HeadAsync(CancellationToken cancellation) => store.HeadAsync(cancellation);

    /// <summary>Returns when there may be something after the position.</summary>
    public Task WaitAsync(long after, CancellationToken cancellation) => store.WaitForEventsAsync(after, cancellation);

    private static FeedEvent Tell(StoredEvent e, string? subject) => new(
        e.Position, e.Id, e.Tenant, subject, e.Version, e.Type, e.Timestamp, EventCodec.ReadHeaders(e.Headers.Span, e.Timestamp), e.Data);
}
