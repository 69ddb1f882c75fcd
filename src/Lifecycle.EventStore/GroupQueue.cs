namespace Lifecycle.EventStore;

/// <summary>An accepted append and whoever waits for its outcome.</summary>
internal sealed class Waiting(Append append)
{
    private readonly TaskCompletionSource<Appended> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append { get; } = append;

    public int EventCount { get; } = append.Streams.Sum(s => s.Events.Count);

    public Task<Appended> Outcome => _outcome.Task;

    public void Succeed(Appended appended) => _outcome.TrySetResult(appended);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}

/// <summary>Appends that wait for the writer, in the order in which they came, as many as there is room for.</summary>
internal sealed class GroupQueue(EventStoreOptions options)
{
    private readonly Queue<Waiting> _queue = [];
    private int _enough = int.MaxValue;
    private bool _closed;

    /// <summary>False when it is full or closed.</summary>
    public bool TryAdd(Waiting waiting)
    {
        lock (_queue)
        {
            if (_closed || _queue.Count >= options.QueueCapacity) return false;
            _queue.Enqueue(waiting);
            if (_queue.Count >= _enough) Monitor.Pulse(_queue);
            return true;
        }
    }

    /// <summary>Nothing more is accepted.</summary>
    public void Close()
    {
        lock (_queue)
        {
            _closed = true;
            Monitor.Pulse(_queue);
        }
    }

    /// <summary>Lets the writer look again at what it waits for.</summary>
    public void Wake()
    {
        lock (_queue) Monitor.Pulse(_queue);
    }

    /// <summary>Waits for a group.</summary>
    /// <param name="enough">How many appends are worth going on for before anything has landed.</param>
    /// <param name="writer">Whose thread this is.</param>
    /// <returns>Empty when something has landed and nobody can go; null when nobody will ever come.</returns>
    public List<Waiting>? Take(int enough, GroupWriter writer)
    {
        lock (_queue)
        {
            _enough = enough;
            while (!IsTime(enough, writer)) Monitor.Wait(_queue);
            _enough = int.MaxValue;
            return IsOver(writer) ? null : Group(writer.Room);
        }
    }

    private bool IsTime(int enough, GroupWriter writer) =>
        writer.HasLanded || IsOver(writer) || ((_queue.Count >= enough || _closed) && _queue.TryPeek(out var first) && first.EventCount <= writer.Room);

    private bool IsOver(GroupWriter writer) => _closed && _queue.Count == 0 && writer.IsIdle;

    private List<Waiting> Group(long room)
    {
        var (group, events) = (new List<Waiting>(), 0);
        while (_queue.TryPeek(out var next) && events + next.EventCount <= (events == 0 ? room : Math.Min(room, options.MaxGroup)))
        {
            group.Add(_queue.Dequeue());
            events += next.EventCount;
        }

        return group;
    }
}
