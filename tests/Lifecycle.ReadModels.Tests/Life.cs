using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;

namespace Lifecycle.ReadModels.Tests;

/// <summary>One stream as the test remembers it.</summary>
public sealed class Life(string tenant, Guid stream, string type)
{
    public string Tenant => tenant;

    public Guid Stream => stream;

    public string Type => type;

    public List<Recorded> Events { get; } = [];

    public List<Happened> Pending { get; } = [];

    public RecommendationRaised Raised => (RecommendationRaised)Events[0].Event;

    public StreamAppend AsAppend() => new(
        tenant, stream, type, Events.Count,
        [.. Pending.Select(AsNew)],
        new StreamChange(StreamHistory.Of(Events), [.. Pending]));

    public static NewEvent AsNew(Happened e) =>
        new(Guid.NewGuid(), EventCodec.NameOf(e.Event), EventCodec.Write(e.Event), EventCodec.WriteHeaders(e.Headers));

    /// <summary>Takes what was stored as it was stored, so that the comparison also covers what the codec does to it.</summary>
    public void Accept(IEnumerable<StoredEvent> stored)
    {
        Events.AddRange(stored.Select(e => new Recorded(
            e.Version, e.Timestamp, EventCodec.ReadHeaders(e.Headers.Span, e.Timestamp), EventCodec.Read(e.Type, e.Data.Span))));
        Pending.Clear();
    }

    /// <summary>The naive truth: take what was known and had happened, put it in order, fold it.</summary>
    public Recommendation? AsAt(DateOnly day, DateTimeOffset knownAt)
    {
        var known = Events.Where(e => e.RecordedAt <= knownAt).ToList();
        return Recommendation.Fold(known) is not { } all || all.RaisedOn > day ? null : Recommendation.Fold(History.Known(known, day, knownAt));
    }
}
