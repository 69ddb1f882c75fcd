namespace Lifecycle.EventStore;

/// <summary>
/// What a writer remembers of the log's end: where its last group leaves it, stored or on its way, and which streams it moved
/// lately. Plans may be made on it while nobody else writes; the database checks each of them.
/// </summary>
internal sealed class LogEnd
{
    // Whoever lost a race decided on a version that one of these groups replaced.
    private const int Groups = 8;

    private readonly List<GroupPlan> _lately = [];
    private LogHead _stored;
    private StoredEvent? _storedLast;
    private bool _alone;
    private long _leaves;

    /// <summary>The last event; null when it is not known.</summary>
    public StoredEvent? Last { get; private set; }

    /// <summary>Where the log ends with what was sent; null when the next group has to be read for.</summary>
    public LogHead? Head => _alone && Last is { } last ? new(last.Position, last.Timestamp, _leaves) : null;

    /// <summary>A plan that storing it proves right; null when the group has to be read for.</summary>
    public GroupPlan? Plan(IReadOnlyList<Append> group, DateTimeOffset now)
    {
        if (Head is not { } head || group.Any(append => append.Unchanged.Count > 0)) return null;
        var plan = new GroupPlan(group, Known.Remembered(head, Versions(group)), now);
        return !plan.IsEmpty && plan.Verdicts.All(v => v.Refused is not ConflictException conflict || IsKnown(plan, conflict)) ? plan : null;
    }

    /// <summary>A plan made on what is remembered is on its way.</summary>
    public void Sent(GroupPlan plan)
    {
        (Last, _leaves) = (plan.Last, plan.Head.Leaves);
        Remember(plan);
    }

    /// <summary>What was sent is stored.</summary>
    public void Stored(GroupPlan plan) => (_stored, _storedLast) = (plan.Head, plan.Last);

    /// <summary>What was sent is not stored, nor will be what was planned on it.</summary>
    public void Undone(GroupPlan plan)
    {
        _lately.Remove(plan);
        (Last, _leaves) = (_storedLast, _stored.Leaves);
    }

    /// <summary>A plan made on what was read is stored.</summary>
    public void Read(GroupPlan plan)
    {
        _alone = plan.Before == _stored;
        // Whoever wrote in between may have moved the streams that are remembered.
        if (!_alone) _lately.Clear();
        _stored = plan.Head;
        _leaves = plan.Head.Leaves;
        // When nothing was stored, the last event is as unknown as before, unless it is the same.
        Last = _storedLast = plan.Last ?? (Last?.Position == _stored.Position ? Last : null);
        Remember(plan);
    }

    private void Remember(GroupPlan plan)
    {
        if (_lately.Count == Groups) _lately.RemoveAt(0);
        _lately.Add(plan);
    }

    // Whoever asks first has read the newest version, unless a late group moved the stream.
    private Dictionary<(string, Guid), long> Versions(IReadOnlyList<Append> group)
    {
        var versions = new Dictionary<(string, Guid), long>();
        foreach (var stream in group.SelectMany(append => append.Streams))
        {
            var version = Moved((stream.Tenant, stream.Stream)) ?? stream.ExpectedVersion;
            if (version > 0) versions.TryAdd((stream.Tenant, stream.Stream), version);
        }

        return versions;
    }

    private long? Moved((string, Guid) stream) =>
        _lately.Max(plan => plan.MovedTo(stream));

    // A conflict in a stream that no group wrote would be an assumption that nothing checks.
    private bool IsKnown(GroupPlan plan, ConflictException conflict) =>
        plan.MovedTo((conflict.Tenant, conflict.Stream)) is not null || Moved((conflict.Tenant, conflict.Stream)) is not null;
}
