using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels.Tables;

/// <summary>What is known of one stream, whatever its subject: its first event tells, and only that subject's timeline is filled.</summary>
internal sealed record StreamLines(
    Timeline<RecordPicture>? Record, Timeline<PublicationPicture>? Publication, Timeline<DeclaredPosition>? Position)
{
    public static StreamLines Empty { get; } = new(null, null, null);

    public StreamLines With(Recorded next) => this switch
    {
        { Record: { } record } => this with { Record = record.With(next) },
        { Publication: { } publication } => this with { Publication = publication.With(next) },
        { Position: { } position } => this with { Position = position.With(next) },
        _ => BegunWith(next),
    };

    private StreamLines BegunWith(Recorded first) => first.Event switch
    {
        RecommendationRaised => this with { Record = Timeline<RecordPicture>.Empty(RecordPicture.Evolve).With(first) },
        PositionDeclared => this with { Position = Timeline<DeclaredPosition>.Empty(DeclaredPosition.Evolve).With(first) },
        _ => this with { Publication = Timeline<PublicationPicture>.Empty(PublicationPicture.Evolve).With(first) },
    };
}

/// <summary>One stream on its way from what was known to what is: the new events, each with what is known after it.</summary>
internal sealed record StreamSteps(string Tenant, Guid Stream, StreamLines Before, IReadOnlyList<Step> Steps)
{
    public StreamLines After => Steps[^1].After;

    public static StreamSteps Of(string tenant, Guid stream, StreamLines before, IEnumerable<(long Position, Recorded Recorded)> events)
    {
        var steps = new List<Step>();
        var lines = before;
        foreach (var (position, recorded) in events)
            steps.Add(new Step(position, recorded, lines = lines.With(recorded)));
        return new StreamSteps(tenant, stream, before, steps);
    }
}

/// <summary>One event and what is known of its stream after it.</summary>
internal sealed record Step(long Position, Recorded Recorded, StreamLines After);
