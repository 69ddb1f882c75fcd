namespace Lifecycle.ReadModels.Tables;

/// <summary>
/// What new events change in a bitemporal table: the rows to close and the rows to add. Every append has a moment of its
/// own, later than all before it, so a stored row never ends at the moment of its making.
/// </summary>
internal sealed class Difference<TFacts>(Func<StreamLines, IReadOnlyList<Segment<TFacts>>> segments)
{
    /// <summary>Rows to add; some may be closed already, when one stream's events carry several moments.</summary>
    public List<KnownRow<TFacts>> Made { get; } = [];

    /// <summary>Stored rows that end, with the moment of their ending.</summary>
    public List<KnownRow<TFacts>> Closed { get; } = [];

    public void Add(StreamSteps stream)
    {
        // Segments with the moment from which they are known; null is one that is stored already.
        var open = segments(stream.Before).ToDictionary(segment => segment, _ => (DateTimeOffset?)null);
        foreach (var step in stream.Steps)
        {
            var next = segments(step.After).ToHashSet();
            foreach (var (segment, since) in open.Where(pair => !next.Contains(pair.Key)).ToArray())
            {
                open.Remove(segment);
                Close(new(stream.Tenant, stream.Stream, segment, since ?? default, step.Recorded.RecordedAt), stored: since is null);
            }

            foreach (var segment in next) open.TryAdd(segment, step.Recorded.RecordedAt);
        }

        foreach (var (segment, since) in open)
            if (since is { } made) Made.Add(new(stream.Tenant, stream.Stream, segment, made, DateTimeOffset.MaxValue));
    }

    private void Close(KnownRow<TFacts> row, bool stored)
    {
        if (stored) Closed.Add(row);
        // What one append makes and unmakes again, nobody ever knew.
        else if (row.KnownFrom < row.KnownTo) Made.Add(row);
    }
}
