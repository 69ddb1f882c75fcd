using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>
/// All that is known of one stream, folded: decisions are made on it and the tables are cut from it, so each event is folded
/// once for both. It never changes; adding an event gives a new history that shares the past. The first event tells what the
/// stream is about, and only that subject is folded.
/// </summary>
public sealed class StreamHistory
{
    private StreamHistory()
    {
    }

    public static StreamHistory Empty { get; } = new();

    /// <summary>Version of the last event; 0 when there is none.</summary>
    public long Version { get; private init; }

    public Recommendation? Recommendation => Record?.Now?.State;

    public Publication? Publication => Paper?.Now?.State;

    public DeclaredPosition? Position => Declared?.Now;

    internal Timeline<RecordPicture>? Record { get; private init; }

    internal Timeline<PublicationPicture>? Paper { get; private init; }

    internal Timeline<DeclaredPosition>? Declared { get; private init; }

    /// <param name="events">In order of version, from the first.</param>
    public static StreamHistory Of(IEnumerable<Recorded> events) => events.Aggregate(Empty, (history, next) => history.With(next));

    public StreamHistory With(Recorded next) => (Version == 0 ? About(next.Event) : this) switch
    {
        { Record: { } record } => new() { Record = record.With(next), Version = next.Version },
        { Paper: { } paper } => new() { Paper = paper.With(next), Version = next.Version },
        var subject => new() { Declared = subject.Declared!.With(next), Version = next.Version },
    };

    private static StreamHistory About(IEvent first) => first switch
    {
        RecommendationRaised => new() { Record = Timeline<RecordPicture>.Empty(RecordPicture.Evolve) },
        PositionDeclared => new() { Declared = Timeline<DeclaredPosition>.Empty(DeclaredPosition.Evolve) },
        _ => new() { Paper = Timeline<PublicationPicture>.Empty(PublicationPicture.Evolve) },
    };
}
