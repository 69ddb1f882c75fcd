using System.Threading.Channels;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>Fills the shadow from the events: everything once, then what arrived meanwhile until little is left, then the rest while appends wait.</summary>
internal sealed class CatchingUp(Shadow shadow, NpgsqlConnection reader, NpgsqlConnection writer, IProgress<RebuildProgress>? progress)
{
    // So few events are caught up with while appends wait.
    private const long FewEvents = 500;
    private const int SwapAttempts = 40;

    // Events that are handed from reading to folding at once: handing them over one by one would cost as much as folding them.
    private const int Handful = 1_000;

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
        await shadow.CreateAsync(cancel => ReadAsync(0, done, shadow.FillAsync, cancel), ct);
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

    // Reading, folding and copying beside each other: two cores work at once.
    private async Task ReadAsync(long since, long until, Func<ShadowRows, CancellationToken, Task> write, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var streams = Channel.CreateBounded<List<StreamEvents>>(4);
        var batches = Channel.CreateBounded<ShadowRows>(2);
        var reading = Task.Run(() => GatherAsync(since, until, streams.Writer, stop.Token), CancellationToken.None);
        var folding = Task.Run(() => FoldAsync(streams.Reader, batches.Writer, stop.Token), CancellationToken.None);
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
            await Task.WhenAll(reading, folding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task GatherAsync(long since, long until, ChannelWriter<List<StreamEvents>> streams, CancellationToken ct)
    {
        try
        {
            var (some, events) = (new List<StreamEvents>(), 0);
            await foreach (var stream in HistoryReader.ReadAsync(reader, since, until, ct))
            {
                some.Add(stream);
                if ((events += stream.Events.Count) < Handful) continue;
                await streams.WriteAsync(some, ct);
                (some, events) = ([], 0);
            }

            await streams.WriteAsync(some, ct);
            streams.Complete();
        }
        catch (Exception failed)
        {
            streams.Complete(failed);
        }
    }

    private async Task FoldAsync(ChannelReader<List<StreamEvents>> streams, ChannelWriter<ShadowRows> batches, CancellationToken ct)
    {
        try
        {
            var rows = shadow.NoRows();
            await foreach (var some in streams.ReadAllAsync(ct))
            {
                foreach (var stream in some)
                {
                    rows.Add(StreamSteps.Of(stream.Tenant, stream.Stream, StreamHistory.Empty, stream.Events));
                    if (!rows.AreEnough) continue;
                    await batches.WriteAsync(rows, ct);
                    rows = shadow.NoRows();
                }
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
