using Lifecycle.Domain;

namespace Lifecycle.ReadModels;

/// <summary>How the records of each publication stand, counted line by line.</summary>
internal sealed class PublicationTally(KnownRecords known) : ITally
{
    private static readonly int Statuses = Enum.GetValues<Status>().Length;

    private readonly Dictionary<string, int> _places = known.Publications.Index().ToDictionary(one => one.Item, one => one.Index);
    private readonly long[] _records = new long[known.Publications.Count * Statuses], _claimed = new long[known.Publications.Count];
    private int _next;

    public List<Guid> Strangers { get; } = [];

    public void Add(Census census, Range some)
    {
        for (var at = some.Start.Value; at < some.End.Value; at++)
        {
            var line = census.Line(at);
            if (!known.Knows(line.Stream, ref _next, out var record))
            {
                Strangers.Add(line.Stream);
                continue;
            }

            var status = line.Words.Status;
            _records[record.Publication * Statuses + (int)status]++;
            if (line.ClaimsImplemented && status != Status.NotRelevant) _claimed[record.Publication]++;
        }
    }

    /// <summary>A publication with its counts.</summary>
    public PublicationSummary Counted(PublicationSummary publication)
    {
        if (!_places.TryGetValue(publication.Publication, out var place)) return publication;
        return publication with
        {
            ByStatus = Enum.GetValues<Status>().Select(status => KeyValuePair.Create(status, _records[place * Statuses + (int)status]))
                .Where(one => one.Value > 0).ToDictionary(),
            Claimed = _claimed[place],
        };
    }

    // Nothing of it is lent.
    public void Dispose()
    {
    }
}
