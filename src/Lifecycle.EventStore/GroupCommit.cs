using System.Diagnostics;
using System.Threading.Channels;

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

/// <summary>
/// Where concurrent appends become groups: a bounded queue and one writer. While the writer commits one group, the next one
/// gathers; nobody waits for a group to fill.
/// </summary>
internal sealed class GroupCommit
{
    private readonly Channel<Waiting> _queue;
    private readonly GroupWriter _writer;
    private readonly EventStoreOptions _options;
    private readonly Task _running;

    public GroupCommit(GroupWriter writer, EventStoreOptions options)
    {
        (_writer, _options) = (writer, options);
        _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        // The writer belongs to no caller: it must not inherit the trace of whoever built the store.
        using (ExecutionContext.SuppressFlow()) _running = Task.Run(RunAsync);
    }

    public Task<Appended> Accept(Append append)
    {
        var waiting = new Waiting(append);
        if (_queue.Writer.TryWrite(waiting)) return waiting.Outcome;
        Telemetry.Busy.Add(1);
        throw new StoreBusyException(_options.RetryAfter);
    }

    public async Task StopAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var group = Take();
            var started = Stopwatch.GetTimestamp();
            using var activity = Telemetry.Source.StartActivity("commit group");
            activity?.SetTag("lifecycle.group.size", group.Count);
            await CommitAsync(group);
            Telemetry.GroupSize.Record(group.Count);
            Telemetry.GroupSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        await _writer.DisposeAsync();
    }

    private async Task CommitAsync(List<Waiting> group)
    {
        try
        {
            await _writer.CommitAsync(group);
        }
        catch (Exception unforeseen)
        {
            // Nobody may wait for ever because of a fault in here.
            foreach (var waiting in group) waiting.Fail(unforeseen);
        }
    }

    private List<Waiting> Take()
    {
        var group = new List<Waiting>();
        var events = 0;
        while (_queue.Reader.TryPeek(out var next) && (events == 0 || events + next.EventCount <= _options.MaxGroup))
        {
            _queue.Reader.TryRead(out _);
            group.Add(next);
            events += next.EventCount;
        }

        return group;
    }
}
