using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>All events in one order, as far as a caller may see them.</summary>
public sealed class EventFeed(Database database, EventStore.EventStore store)
{
    public Task<FeedPage> ReadAsync(Caller caller, long after, int limit, CancellationToken cancellation) =>
        FeedPage.ReadAsync(database, caller.Scope, after, limit, cancellation);

    /// <summary>The newest position.</summary>
    public Task<long> HeadAsync(CancellationToken cancellation) => store.HeadAsync(cancellation);

    /// <summary>Returns when there may be something after the position.</summary>
    public Task WaitAsync(long after, CancellationToken cancellation) => store.WaitForEventsAsync(after, cancellation);
}
