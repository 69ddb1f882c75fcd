using Lifecycle.Domain;

namespace Lifecycle.ReadModels.Tables;

/// <summary>One event and what is known of its stream after it.</summary>
internal readonly record struct Step(long Position, Recorded Recorded, StreamHistory After);

/// <summary>What was known of a stream before a moment and after it. All events of one append are recorded at one moment.</summary>
internal readonly record struct Moment(DateTimeOffset At, StreamHistory Before, StreamHistory After);

/// <summary>One stream on its way from what was known to what is.</summary>
internal sealed class StreamSteps
{
    private StreamSteps(string tenant, Guid stream, IReadOnlyList<Step> steps, IReadOnlyList<Moment> moments) =>
        (Tenant, Stream, Steps, Moments) = (tenant, stream, steps, moments);

    public string Tenant { get; }

    public Guid Stream { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<Step> Steps { get; }

    public IReadOnlyList<Moment> Moments { get; }

    public StreamHistory Before => Moments[0].Before;

    public StreamHistory After => Steps[^1].After;

    public static StreamSteps Of(string tenant, Guid stream, StreamHistory before, IEnumerable<(long Position, Recorded Recorded)> events)
    {
        var (steps, moments) = (new List<Step>(), new List<Moment>());
        var history = before;
        foreach (var (position, recorded) in events)
        {
            var after = history.With(recorded);
            steps.Add(new(position, recorded, after));
            if (moments.Count > 0 && moments[^1].At == recorded.RecordedAt) moments[^1] = moments[^1] with { After = after };
            else moments.Add(new(recorded.RecordedAt, history, after));
            history = after;
        }

        return new(tenant, stream, steps, moments);
    }
}
