using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
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
internal sealed class WorkStream(string tenant, Guid id, string type, IReadOnlyList<Recorded> before)
{
    private readonly List<Recorded> _happened = [];

    public string Tenant => tenant;
    public Guid Id => id;
    public IReadOnlyList<Recorded> Before => before;
    public IReadOnlyList<Recorded> Happened => _happened;

    private IEnumerable<Recorded> All => before.Concat(_happened);

    public void Record(Act act, IReadOnlyList<IEvent> events)
    {
        foreach (var happened in events)
            _happened.Add(new Recorded(before.Count + _happened.Count + 1, act.At, EventHeaders.Of(act, happened), happened));
    }

    public Recommendation? Recommendation() => Domain.Recommendations.Recommendation.Fold(All);

    public Publication? Publication() => Domain.Publications.Publication.Fold(All);

    public DeclaredPosition? Position() => DeclaredPosition.Fold(All);

    public StreamAppend ToAppend() => new(
        tenant, id, type, before.Count,
        [.. _happened.Select(e => new NewEvent(Guid.CreateVersion7(), EventCodec.NameOf(e.Event), EventCodec.Write(e.Event), EventCodec.WriteHeaders(e.Headers)))],
        new StreamChange(before, [.. _happened.Select(e => new Happened(e.Event, e.Headers))]));
}
