using System.Text;

namespace Lifecycle.EventStore;

/// <summary>How far a group takes one stream.</summary>
internal sealed record StreamMove(string Type, bool IsNew, long Before, long After);

/// <summary>What becomes of one append: exactly one of the three.</summary>
/// <param name="Earlier">An earlier group stored it.</param>
internal sealed record Verdict(Appended? Appended = null, Exception? Refused = null, Receipt? Earlier = null);

/// <summary>Decides in memory, one append after the other, which of a group win, and gives them their places. Reads and writes nothing.</summary>
internal sealed class GroupPlan
{
    private readonly Known _known;
    private readonly Dictionary<(string Tenant, Guid Stream), StreamMove> _moves = [];
    private readonly Dictionary<Guid, (string Fingerprint, Appended Appended)> _won = [];
    private readonly GroupPlan? _ahead;
    private long _position;

    /// <param name="ahead">What of its one append is written already, further on in the log: this plan goes around it.</param>
    public GroupPlan(IReadOnlyList<Append> group, Known known, DateTimeOffset now, GroupPlan? ahead = null)
    {
        (_known, _position, _ahead) = (known, known.Head.Position, ahead);
        Timestamp = After(known.Head.Timestamp, now);
        Verdicts = [.. group.Select(Decide)];
    }

    /// <summary>One for each append of the group, in its order.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>What to store, in the order of positions.</summary>
    public List<AppendedStream> Streams { get; } = [];

    public IReadOnlyDictionary<(string Tenant, Guid Stream), StreamMove> Moves => _moves;

    public List<(Guid CommandId, Receipt Receipt)> Receipts { get; } = [];

    /// <summary>Commands refused for a conflict: had an earlier group stored one of them, it would be no conflict but a repeat.</summary>
    public List<Guid> Lost { get; } = [];

    public DateTimeOffset Timestamp { get; }

    /// <summary>Where the log ends before the group.</summary>
    public LogHead Before => _known.Head;

    /// <summary>Where it ends with the group.</summary>
    public LogHead Head => IsEmpty ? Before : new(End, Timestamp, LeafOf(End) + 1);

    /// <summary>Index of the leaf of the group's event at a position.</summary>
    public long LeafOf(long position) => Before.Leaves + position - Before.Position - 1;

    /// <summary>The group's last event; null when it stores none.</summary>
    public StoredEvent? Last => Streams.Count == 0 ? null : _position < End ? _ahead!.Last : Streams[^1].Events[^1];

    /// <summary>Whether it begins streams.</summary>
    public bool IsBirth => _moves.Values.Any(move => move.IsNew);

    /// <summary>Whether it can be written while the other one is: it goes on with streams that are there, and none of them is in the other.</summary>
    public bool IsApartFrom(GroupPlan other) => !IsBirth && _moves.Keys.All(stream => other.MovedTo(stream) is null);

    public bool IsEmpty => _position == Before.Position;

    /// <summary>The stream's version with the group; null when the group does not move it.</summary>
    public long? MovedTo((string Tenant, Guid Stream) stream) =>
        _moves.TryGetValue(stream, out var move) ? move.After : _ahead?.MovedTo(stream);

    // What goes around something has places before it, and as a rule also after it.
    private long End => _ahead is { } ahead ? Math.Max(_position, ahead.End) : _position;

    /// <summary>The time, in whole microseconds as PostgreSQL keeps them, and later than the last.</summary>
    public static DateTimeOffset After(DateTimeOffset? latest, DateTimeOffset now)
    {
        // A tick is a tenth of one.
        var cut = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var earliest = latest?.AddTicks(TimeSpan.TicksPerMicrosecond);
        return earliest > cut ? earliest.Value : cut;
    }

    private Verdict Decide(Append append)
    {
        if (append.Receipt is { } receipt && Earlier(receipt) is { } earlier) return earlier;
        if (Conflict(append) is { } conflict)
        {
            if (append.Receipt is { } lost) Lost.Add(lost.CommandId);
            return new(Refused: conflict);
        }

        var first = _position + 1;
        var placed = append.Streams.SelectMany(s => Place(s, append.CorrelationId)).ToList();
        if (_ahead is { } ahead) placed = [.. placed.Concat(ahead.Streams.SelectMany(s => s.Events)).OrderBy(e => e.Position)];
        var appended = new Appended(placed, Repeated: false);
        if (append.Receipt is { } mine)
        {
            _won.Add(mine.CommandId, (mine.Fingerprint, appended));
            Receipts.Add((mine.CommandId, new(mine.Fingerprint, first, appended.Events.Count)));
        }

        return new(appended);
    }

    private Verdict? Earlier(CommandReceipt receipt)
    {
        if (_known.Receipts.TryGetValue(receipt.CommandId, out var known))
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
            Next(), e.Id, stream.Tenant, stream.Stream, ++version, e.Type,
            Encoding.UTF8.GetBytes(e.Data), Encoding.UTF8.GetBytes(e.Headers), Timestamp, correlation)).ToList();
        var key = (stream.Tenant, stream.Stream);
        _moves[key] = _moves.TryGetValue(key, out var move)
            ? move with { After = version }
            : new(stream.StreamType, IsNew: !_known.Versions.ContainsKey(key), Version(stream.Tenant, stream.Stream), version);
        Streams.Add(new(stream, placed));
        return placed;
    }

    private long Next() => _position = _position == _ahead?.Before.Position ? _ahead.End + 1 : _position + 1;

    private long Version(string tenant, Guid stream) =>
        _moves.TryGetValue((tenant, stream), out var move) ? move.After : _known.Versions.GetValueOrDefault((tenant, stream));
}
