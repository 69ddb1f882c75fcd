namespace Lifecycle.EventStore;

/// <summary>
/// One append of many new streams on its way. Room is left before most of it, which is written while others take their places in that
/// room; what was kept back fills what is left of it, and goes on after the rest. So nobody waits for all of it to be written, and it
/// ends up in one piece.
/// </summary>
internal sealed class LargeAppend
{
    // What is kept back is written while nobody else can commit.
    private const int Room = 250;

    private readonly List<StreamAppend> _kept = [];
    private readonly GroupPlan _ahead;
    private readonly long _first;
    private readonly int _lots;
    private int _written;

    /// <param name="head">Where the log ends by then.</param>
    /// <param name="progress">Called when there is more room, and when all that can be written ahead is.</param>
    public LargeAppend(Waiting waiting, LogHead head, DateTimeOffset now, GroupTransaction transaction, long started, Action progress)
    {
        (Waiting, Started) = (waiting, started);
        (Began, _first) = (GroupPlan.After(head.Timestamp, now), head.Position);
        for (var kept = 0; kept < Room; kept += _kept[^1].Events.Count) _kept.Add(waiting.Append.Streams[_kept.Count]);
        var ahead = waiting.Append with { Streams = [.. waiting.Append.Streams.Skip(_kept.Count)], Receipt = null };
        _ahead = new([ahead], Known.Remembered(new(head.Position + Room, null, head.Leaves + Room)), Recorded);
        _lots = Lots.Of(_ahead).Count;
        Writing = Task.Run(() => transaction.WriteAheadAsync(_ahead, Progress));
        Writing.ContinueWith(_ => progress(), TaskContinuationOptions.ExecuteSynchronously);

        void Progress()
        {
            Interlocked.Increment(ref _written);
            progress();
        }
    }

    public Waiting Waiting { get; }

    public long Started { get; }

    /// <summary>Ends when all that can be written ahead is, or cannot be.</summary>
    public Task Writing { get; }

    /// <summary>When others that take their places before it count as recorded, each group a microsecond after the one before.</summary>
    public DateTimeOffset Began { get; }

    // Later than theirs: each group has an event at least.
    private DateTimeOffset Recorded => Began.AddMicroseconds(Room);

    /// <summary>Whether a group is one append that is worth it, all of new streams, none so long that nothing would be left to write ahead.</summary>
    public static bool Is(IReadOnlyList<Waiting> group) =>
        group is [{ EventCount: > 2 * Room } waiting] && waiting.Append.Unchanged.Count == 0
        && waiting.Append.Streams.All(s => s.ExpectedVersion == 0 && s.Events.Count < Room);

    /// <summary>How many events may go before it by now, of which those up to a position have: room is given out as the writing goes on, so that nobody waits for all of it.</summary>
    public long RoomAfter(long position)
    {
        // Its first stream comes before all others of it, and so has its place kept.
        long room = Room - _kept[0].Events.Count;
        return _first + (room * Math.Min(Volatile.Read(ref _written) + 1, _lots) / _lots) - position;
    }

    /// <summary>All of it, given where the log ends now.</summary>
    public GroupPlan Plan(LogHead head) =>
        new([Waiting.Append with { Streams = _kept }], Known.Remembered(head), Recorded, _ahead);
}
