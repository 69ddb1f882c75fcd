using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>One stream within a <see cref="Work"/>: its history as read, and the events that this act adds.</summary>
internal sealed class WorkStream(string tenant, Guid id, string type, StreamHistory before)
{
    private readonly List<Happened> _happened = [];
    private readonly List<Recorded> _unfolded = [];
    private StreamHistory _now = before;
    private StreamChange? _change;

    public string Tenant => tenant;
    public Guid Id => id;
    public StreamHistory Before { get; } = before;
    public IReadOnlyList<Happened> Happened => _happened;

    /// <summary>With what this act adds. Folded when somebody asks.</summary>
    public StreamHistory Now
    {
        get
        {
            foreach (var recorded in _unfolded) _now = _now.With(recorded);
            _unfolded.Clear();
            return _now;
        }
    }

    /// <summary>With what this act added, as it was stored.</summary>
    public StreamHistory Stored => _change?.After ?? throw new InvalidOperationException($"Nothing was stored in stream {id}.");

    public void Record(Act act, IReadOnlyList<IEvent> events)
    {
        foreach (var happened in events)
        {
            var headers = EventHeaders.Of(act, happened);
            _happened.Add(new Happened(happened, headers));
            _unfolded.Add(new Recorded(Before.Version + _happened.Count, act.At, headers, happened));
        }
    }

    public StreamAppend ToAppend() => new(
        tenant, id, type, Before.Version,
        [.. _happened.Select(e => new NewEvent(Guid.CreateVersion7(), EventCodec.NameOf(e.Event), EventCodec.Write(e.Event), EventCodec.WriteHeaders(e.Headers)))],
        _change = new StreamChange(Before, _happened));
}
