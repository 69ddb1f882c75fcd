using System.Text;

namespace Lifecycle.EventStore;

/// <summary>Where the outcome of an earlier command lies.</summary>
internal sealed record Receipt(string Fingerprint, long FirstPosition, int EventCount);

/// <summary>What the writer read under the lock.</summary>
/// <param name="Latest">Timestamp of the last event; null when there is none.</param>
internal sealed record Known(
    Dictionary<(string Tenant, Guid Stream), long> Versions, Dictionary<Guid, Receipt> Receipts, long Head, DateTimeOffset? Latest);

/// <summary>What becomes of one append: exactly one of the three.</summary>
/// <param name="Earlier">An earlier group stored it.</param>
internal sealed record Verdict(Appended? Appended = null, Exception? Refused = null, Receipt? Earlier = null);

/// <summary>Decides in memory, one append after the other, which of a group win, and gives them their places. Reads and writes nothing.</summary>
internal sealed class GroupPlan
{
    private readonly Dictionary<(string Tenant, Guid Stream), long> _versions;
    private readonly Dictionary<Guid, Receipt> _known;
    private readonly Dictionary<Guid, (string Fingerprint, Appended Appended)> _won = [];
    private readonly long _before;

    public GroupPlan(IReadOnlyList<Append> group, Known known, DateTimeOffset now)
    {
        (_versions, _known, _before) = (known.Versions, known.Receipts, known.Head);
        Head = known.Head;
        Timestamp = After(known.Latest, now);
        Verdicts = [.. group.Select(Decide)];
    }

    /// <summary>One for each append of the group, in its order.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>What to store, in the order of positions.</summary>
    public List<AppendedStream> Streams { get; } = [];

    public List<(Guid CommandId, Receipt Receipt)> Receipts { get; } = [];

    public DateTimeOffset Timestamp { get; }

    public long Head { get; private set; }

    public bool IsEmpty => Head == _before;

    // PostgreSQL keeps microseconds; a tick is a tenth of one.
    private static DateTimeOffset After(DateTimeOffset? latest, DateTimeOffset now)
    {
        var cut = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var earliest = latest?.AddTicks(TimeSpan.TicksPerMicrosecond);
        return earliest > cut ? earliest.Value : cut;
    }

    private Verdict Decide(Append append)
    {
        if (append.Receipt is { } receipt && Earlier(receipt) is { } earlier) return earlier;
        if (Conflict(append) is { } conflict) return new(Refused: conflict);

        var first = Head + 1;
        var appended = new Appended([.. append.Streams.SelectMany(s => Place(s, append.CorrelationId))], Repeated: false);
        if (append.Receipt is { } mine)
        {
            _won.Add(mine.CommandId, (mine.Fingerprint, appended));
            Receipts.Add((mine.CommandId, new(mine.Fingerprint, first, appended.Events.Count)));
        }

        return new(appended);
    }

    private Verdict? Earlier(CommandReceipt receipt)
    {
        if (_known.TryGetValue(receipt.CommandId, out var known))
            return known.Fingerprint == receipt.Fingerprint ? new(Earlier: known) : Reused(receipt);
        if (_won.TryGetValue(receipt.CommandId, out var won))
            return won.Fingerprint == receipt.Fingerprint ? new(won.Appended with { Repeated = true }) : Reused(receipt);
        return null;
    }

    private static Verdict Reused(CommandReceipt receipt) => new(Refused: new CommandReusedException(receipt.CommandId));

    private ConflictException? Conflict(Append append) =>
        append.Streams.Select(s => (s.Tenant, s.Stream, s.ExpectedVersion))
            .Concat(append.Unchanged.Select(s => (s.Tenant, s.Stream, ExpectedVersion: s.Version)))
            .Where(s => Version(s.Tenant, s.Stream) != s.ExpectedVersion)
            .Select(s => new ConflictException(s.Tenant, s.Stream, s.ExpectedVersion, Version(s.Tenant, s.Stream)))
            .FirstOrDefault();

    private List<StoredEvent> Place(StreamAppend stream, string? correlation)
    {
        var version = Version(stream.Tenant, stream.Stream);
        var placed = stream.Events.Select(e => new StoredEvent(
            ++Head, e.Id, stream.Tenant, stream.Stream, ++version, e.Type,
            Encoding.UTF8.GetBytes(e.Data), Encoding.UTF8.GetBytes(e.Headers), Timestamp, correlation)).ToList();
        _versions[(stream.Tenant, stream.Stream)] = version;
        Streams.Add(new(stream, placed));
        return placed;
    }

    private long Version(string tenant, Guid stream) => _versions.GetValueOrDefault((tenant, stream));
}
