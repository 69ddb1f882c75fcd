using System.Threading.Channels;
using Lifecycle.EventStore.Log;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>Signing while everybody writes.</summary>
public sealed class CheckpointerRunTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_processes_sign_one_log_while_everybody_writes()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.SignAsync();
        await using var other = Store.Open(log.Store.ConnectionString);
        using var beside = new Checkpointer(other.Events, log.Settings, TimeProvider.System);
        for (var round = 0; round < 3; round++)
        {
            var writing = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => (log.Store, other)).SelectMany(both => new[] { both.Store, both.other })
                .Select(store => store.AppendAsync(Guid.NewGuid(), 0, "raised")));
            while (!writing.IsCompleted) await BothSignAsync();
            await writing;
            await BothSignAsync();
        }

        Assert.Contains("\n600\n", await log.SignAsync(), StringComparison.Ordinal);
        var report = await log.VerifyAsync();
        Assert.Equal((true, 600), (report.Holds, report.Signed));
        Assert.True(report.Checkpoints > 2);

        Task BothSignAsync() => Task.WhenAll(log.SignAsync(), beside.SignAsync(Cancel));
    }

    [Fact]
    public async Task While_it_runs_no_event_waits_a_second_for_its_checkpoint()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        var clock = new Waits();
        log.Checkpointer = new(log.Store.Events, log.Settings, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = log.Checkpointer.RunAsync(clock.Break, stop.Token);
        for (var turn = 1; turn <= 5; turn++)
        {
            await log.AppendAsync(1);
            var waited = TimeSpan.Zero;
            // What it waits for by the clock is all that an event can wait: storing and signing take the machine's own time.
            while (!await IsSignedAsync(turn)) waited += await clock.EndNextAsync(Cancel);
            Assert.InRange(waited, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        async Task<bool> IsSignedAsync(int size) =>
            await log.Reads.CheckpointAsync(Cancel) is { } note && note.Contains($"\n{size}\n", StringComparison.Ordinal);
    }

    /// <summary>A clock whose waits end when the test says so, and not before.</summary>
    private sealed class Waits : TimeProvider
    {
        private readonly Channel<Wait> _begun = Channel.CreateUnbounded<Wait>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var wait = new Wait(() => callback(state), dueTime);
            _begun.Writer.TryWrite(wait);
            return wait;
        }

        /// <summary>Waits until somebody waits, and ends it.</summary>
        /// <returns>How long it would have been.</returns>
        public async Task<TimeSpan> EndNextAsync(CancellationToken cancellation)
        {
            // A bug's way out: whoever signs may have stopped before it waits again.
            var wait = await _begun.Reader.ReadAsync(cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(1), cancellation);
            wait.End();
            return wait.Length;
        }

        /// <summary>There will be no more waits: whoever looks for one is told why.</summary>
        public void Break(Exception why) => _begun.Writer.TryComplete(why);

        private sealed class Wait(Action end, TimeSpan length) : ITimer
        {
            public TimeSpan Length => length;

            public void End() => end();

            public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Nobody changes a wait.");

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
