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

    // Reading and folding on one side, copying on the other: two cores work at once.
    private async Task ReadAsync(long since, long until, Func<ShadowRows, CancellationToken, Task> write, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var batches = Channel.CreateBounded<ShadowRows>(2);
        var reading = Task.Run(() => FoldAsync(since, until, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var rows in batches.Reader.ReadAllAsync(ct))
            {
                using var written = rows;
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
        }
    }

    private async Task FoldAsync(long since, long until, ChannelWriter<ShadowRows> batches, CancellationToken ct)
    {
        try
        {
            var rows = shadow.NoRows();
            await foreach (var stream in HistoryReader.ReadAsync(reader, since, until, ct))
            {
                rows.Add(stream);
                if (!rows.AreEnough) continue;
                await batches.WriteAsync(rows, ct);
                rows = shadow.NoRows();
            }

            if (rows.Events > 0) await batches.WriteAsync(rows, ct);
            batches.Complete();
        }
        catch (Exception failed)
        {
            batches.Complete(failed);
        }
    }
}
