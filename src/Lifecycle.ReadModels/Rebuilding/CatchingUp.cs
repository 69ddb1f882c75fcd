using System.Threading.Channels;
using Lifecycle.EventStore;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>Fills the shadow from the events: everything once, then what arrived meanwhile until little is left, then the rest while appends wait.</summary>
internal sealed class CatchingUp(Shadow shadow, NpgsqlConnection reader, NpgsqlConnection writer, IProgress<RebuildProgress>? progress)
{
    // So few events are caught up with while appends wait.
    private const long FewEvents = 500;
    private const int SwapAttempts = 40;
    private const int LotsAhead = 8;

    private long _folded;

    public async Task RunAsync(CancellationToken ct)
    {
        var done = await FillAsync(ct);
        for (var head = await HistoryReader.HeadAsync(reader, ct); head - done > FewEvents; head = await HistoryReader.HeadAsync(reader, ct))
        {
            await ReadAsync(done, head, shadow.ReplaceAsync, ct);
            done = head;
        }

        for (var attempt = 1; !await FinishAsync(done, attempt == SwapAttempts, ct); attempt++)
            await Task.Delay(TimeSpan.FromMilliseconds(250), ct);
    }

    /// <summary>Everything once.</summary>
    /// <returns>The position up to which it is.</returns>
    public async Task<long> FillAsync(CancellationToken ct)
    {
        var done = await HistoryReader.HeadAsync(reader, ct);
        await shadow.CreateAsync((write, cancel) => ReadAsync(0, done, write, cancel), ct);
        return done;
    }

    private async Task<bool> FinishAsync(long done, bool lastAttempt, CancellationToken ct)
    {
        await using var transaction = await writer.BeginTransactionAsync(ct);
        try
        {
            await AppendLock.TakeAsync(writer, ct);
            await ReadAsync(done, await HistoryReader.HeadAsync(reader, ct), shadow.ReplaceAsync, ct);
            await shadow.SwapAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable && !lastAttempt)
        {
            return false;
        }
    }

    // Fetching, folding and copying at once, so that no core waits for another: folding takes longest, and is done for several lots.
    private async Task ReadAsync(long since, long until, Func<ShadowRows, CancellationToken, Task> write, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var folding = Channel.CreateBounded<Task<ShadowRows>>(LotsAhead);
        var reading = Task.Run(() => FoldAsync(since, until, folding.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var lot in folding.Reader.ReadAllAsync(ct))
            {
                using var rows = await lot;
                ct.ThrowIfCancellationRequested();
                // A copy cut short would take its connection with it, and the rows are few.
                await write(rows, CancellationToken.None);
                _folded += rows.Events;
                progress?.Report(new RebuildProgress(shadow.Names, _folded, Math.Max(until, _folded)));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (folding.Reader.TryRead(out var left)) await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FoldAsync(long since, long until, ChannelWriter<Task<ShadowRows>> folding, CancellationToken ct)
    {
        try
        {
            await foreach (var lot in HistoryReader.ReadAsync(reader, since, until, ct))
                await folding.WriteAsync(Task.Run(() => shadow.RowsOf(lot), CancellationToken.None), ct);
            folding.Complete();
        }
        catch (Exception failed)
        {
            folding.Complete(failed);
        }
    }
}
