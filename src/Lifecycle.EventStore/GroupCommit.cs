namespace Lifecycle.EventStore;

/// <summary>
/// Where concurrent appends become groups: a bounded queue and one writer. While the database stores one group, the next one
/// gathers and is made ready; nobody waits for a group to fill.
/// </summary>
internal sealed class GroupCommit
{
    private readonly GroupQueue _queue;
    private readonly EventStoreOptions _options;
    private readonly Task _running;

    public GroupCommit(Database database, InlineProjection project, TimeProvider clock, EventStoreOptions options)
    {
        _options = options;
        _queue = new GroupQueue(options);
        var writer = new GroupWriter(database, project, clock, options, _queue.Wake);
        // The writer belongs to no caller: it must not inherit the trace of whoever built the store.
        using (ExecutionContext.SuppressFlow()) _running = Task.Factory.StartNew(() => Run(writer), TaskCreationOptions.LongRunning);
    }

    public Task<Appended> Accept(Append append)
    {
        var waiting = new Waiting(append);
        if (_queue.TryAdd(waiting)) return waiting.Outcome;
        Telemetry.Busy.Add(1);
        throw new StoreBusyException(_options.RetryAfter);
    }

    public async Task StopAsync()
    {
        _queue.Close();
        await _running;
    }

    // On a thread of its own: everybody waits for the writer, so it must not queue behind those that it answers.
    private void Run(GroupWriter writer)
    {
        using (writer)
        {
            // Half of what is being stored is worth a group of its own; fewer wait for company until the database is free.
            while (_queue.Take(Math.Max(1, writer.InFlight / 2), writer) is { } group)
            {
                try
                {
                    if (group.Count == 0) writer.Land();
                    else writer.Write(group);
                }
                catch (Exception unforeseen)
                {
                    // Nobody may wait for ever because of a fault in here.
                    foreach (var waiting in group) waiting.Fail(unforeseen);
                }
            }
        }
    }
}
