using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>A stream as it is stored. Reading its events takes longer than fetching them, and is done on another thread.</summary>
internal sealed class StoredStream(string tenant, Guid stream)
{
    private readonly List<(long Position, StoredEvent Event)> _events = [];

    public string Tenant => tenant;

    public Guid Stream => stream;

    public void Add(long position, StoredEvent stored) => _events.Add((position, stored));

    /// <summary>Reads and folds the events as the live projection would have.</summary>
    public StreamSteps Folded() =>
        StreamSteps.Of(tenant, stream, StreamHistory.Empty, _events.Select(one => (one.Position, one.Event.Read())));
}
