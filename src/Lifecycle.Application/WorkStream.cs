using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>Aliases of the aggregates, as Marten would name them.</summary>
internal static class StreamTypes
{
    public const string Publication = "publication";
    public const string Recommendation = "recommendation";
    public const string Position = "declared_position";
}

/// <summary>One stream within a <see cref="Work"/>: its history as read, and the events that this act adds.</summary>
internal sealed class WorkStream(string tenant, Guid id, string type, StreamHistory before)
{
    private readonly List<Happened> _happened = [];

    public string Tenant => tenant;
    public Guid Id => id;
    public StreamHistory Before { get; } = before;
    public IReadOnlyList<Happened> Happened => _happened;

    /// <summary>With what this act adds.</summary>
    public StreamHistory Now { get; private set; } = before;

    public void Record(Act act, IReadOnlyList<IEvent> events)
    {
        foreach (var happened in events)
        {
            var headers = EventHeaders.Of(act, happened);
            _happened.Add(new Happened(happened, headers));
            Now = Now.With(new Recorded(Now.Version + 1, act.At, headers, happened));
        }
    }

    /// <summary>With what this act added, as it was stored.</summary>
    public StreamHistory Stored(IEnumerable<StoredEvent> stored) =>
        stored.Zip(_happened, (e, happened) => new Recorded(e.Version, e.Timestamp, happened.Headers, happened.Event))
            .Aggregate(Before, (history, recorded) => history.With(recorded));

    public StreamAppend ToAppend() => new(
        tenant, id, type, Before.Version,
        [.. _happened.Select(e => new NewEvent(Guid.CreateVersion7(), EventCodec.NameOf(e.Event), EventCodec.Write(e.Event), EventCodec.WriteHeaders(e.Headers)))],
        new StreamChange(Before, _happened));
}
