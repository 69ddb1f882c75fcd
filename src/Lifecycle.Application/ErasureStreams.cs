using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.EventStore.Log;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>One stream from which texts go: of a record, a publication or a declared position.</summary>
internal sealed class ErasureStream(WorkStream stream, IReadOnlyList<Recorded> events)
{
    public Guid Id => stream.Id;

    public IReadOnlyList<Recorded> Events => events;

    public string Subject { get; } = stream.Before switch
    {
        { Recommendation: { } record } => record.Reference,
        { Position: { } position } => position.Declared.Position,
        { Publication: { Released: { } released } } => released.Publication,
        _ => stream.Id.ToString(),
    };

    /// <summary>Keeps what the decision adds; the refusal when it is refused.</summary>
    public Refusal? Decide(EraseText command)
    {
        var decision = EraseText.Decide(command, events);
        if (decision is Decision.Accepted accepted) stream.Record(command.Act, accepted.Events);
        return (decision as Decision.Refused)?.Refusal;
    }

    public TextsOfEvent Texts(EraseText command) => new(stream.Tenant, stream.Id, command.OfVersion, command.Fields);

    public string EventName(long version) => EventCodec.NameOf(events.First(e => e.Version == version).Event);
}

/// <summary>Finds the streams from which texts go, and gathers what is added to them into one append.</summary>
internal sealed class ErasureStreams(Database database, EventStore.EventStore store)
{
    /// <summary>The same words in more streams than this are a phrase, not somebody's name.</summary>
    public const int Most = 1_000;

    private readonly Work _work = new();

    /// <summary>By reference of a record, else by id of a publication, else of a declared position; null when the caller knows of none.</summary>
    public async Task<ErasureStream?> FindAsync(ReadScope scope, string subject, CancellationToken cancellation)
    {
        if (await RecommendationStream.FindAsync(database, scope, subject, cancellation) is { } record)
            return Take(record.Tenant, record.Id, record.Events);
        foreach (var id in new[] { StreamIds.Publication(subject), StreamIds.Position(subject) })
            if (await ReadAsync(scope, Bodies.Hmicfrs, id, cancellation) is { Count: > 0 } events) return Take(Bodies.Hmicfrs, id, events);
        return null;
    }

    /// <summary>The same erasure wherever else an event has one of the texts, as far as <see cref="Most"/> streams have it.</summary>
    /// <returns>And whether those are all.</returns>
    public async Task<(List<(ErasureStream Stream, EraseText Command)> Found, bool AreAll)> AlsoSayingAsync(
        ReadScope scope, ErasureStream first, EraseText command, CancellationToken cancellation)
    {
        var texts = command.Fields
            .Select(field => EraseText.TextAt(first.Events.First(e => e.Version == command.OfVersion).Event, field))
            .OfType<string>().Where(text => text != Erased.Mark).Distinct().ToList();
        var (streams, areAll) = (new Dictionary<Guid, ErasureStream> { [first.Id] = first }, true);
        foreach (var text in texts)
        {
            var found = await StreamsWithText.FindAsync(database, scope, text, Most + 1, cancellation);
            areAll &= found.Count <= Most;
            foreach (var (tenant, id) in found.Take(Most))
                if (!streams.ContainsKey(id)) streams[id] = Take(tenant, id, await ReadAsync(scope, tenant, id, cancellation));
        }

        return (
            [.. from stream in streams.Values
                from happened in stream.Events
                let named = stream == first && happened.Version == command.OfVersion ? command.Fields : []
                let fields = texts.SelectMany(text => EraseText.PlacesOf(text, happened.Event)).Except(named).ToList()
                where fields.Count > 0
                select (stream, command with { OfVersion = happened.Version, Fields = fields })],
            areAll);
    }

    /// <summary>Null when everything was said before.</summary>
    public Append? ToAppend() => _work.ToAppend(receipt: null, correlationId: null);

    private ErasureStream Take(string tenant, Guid id, IReadOnlyList<Recorded> events)
    {
        var history = StreamHistory.Of(events);
        var type = history switch
        {
            { Recommendation: not null } => StreamTypes.Recommendation,
            { Position: not null } => StreamTypes.Position,
            _ => StreamTypes.Publication,
        };
        return new(_work.Take(tenant, id, type, history), events);
    }

    private async Task<IReadOnlyList<Recorded>> ReadAsync(ReadScope scope, string tenant, Guid id, CancellationToken cancellation) =>
        [.. (await store.ReadStreamAsync(scope, tenant, id, cancellation)).Select(Stored.Decode)];
}
