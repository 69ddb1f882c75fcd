using System.Text;
using System.Text.Json;
using Lifecycle.EventStore.Log.Verification;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>No checkpoint is signed: the stored history contradicts an earlier one, or there is no key. The message says which.</summary>
public sealed class CheckpointRefusedException(string message) : Exception(message);

/// <summary>
/// Signs what is stored, again and again. Never a checkpoint that contradicts an earlier one: neither the last in the database
/// nor the one kept beside the key. Appends never wait for it, and go on when it refuses.
/// </summary>
public sealed class Checkpointer(EventStore store, LogSettings settings, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _introduced;

    /// <summary>Why nothing is signed at the moment; null when all is well.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Takes in what other programs stored and signs what there is; the newest checkpoint when there is nothing new.</summary>
    /// <exception cref="CheckpointRefusedException">It may not be signed.</exception>
    public async Task<string> SignAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (await CatchUp.IsDueAsync(store.Database, cancellation)) await store.CatchUpAsync(null, cancellation);
            await using var connection = await store.Database.OpenConnectionAsync(cancellation);
            var note = await SignAsync(connection, cancellation);
            (Refusal, _introduced) = (null, true);
            return note;
        }
        catch (Exception e) when (e is CheckpointRefusedException or TreeBrokenException or LedgerFormatException or IOException or UnauthorizedAccessException)
        {
            if (e.Message != Refusal) await RememberAsync(e.Message, cancellation);
            Refusal = e.Message;
            throw e as CheckpointRefusedException ?? new CheckpointRefusedException(e.Message);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Signs whenever there is something new, until cancelled.</summary>
    /// <param name="failed">Told of every failure that is not the one before it.</param>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
    {
        var (known, told, newest) = (0L, "", "");
        while (true)
        {
            var before = newest;
            try
            {
                newest = await SignAsync(cancellation);
                told = "";
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (e.Message != told) failed(e);
                told = e.Message;
            }

            await Task.Delay(settings.Interval, clock, cancellation);
            // Whatever came meanwhile is signed for at once; only then is there something to wait for.
            if (newest == before) known = await store.WaitForEventsAsync(known, cancellation);
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string> SignAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (_, _, there, before) = await LogTables.StateAsync(connection, cancellation);
        if (_introduced && there == before && await LogTables.LastAsync(connection, cancellation) is { } newest) return newest;

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await LogTables.LockAsync(connection, cancellation);
        using var signer = settings.OpenSigner(await LogTables.OriginAsync(connection, cancellation))
            ?? throw new CheckpointRefusedException("There is no key to sign checkpoints with. Name one with Ledger:KeyFile.");
        var kept = await IntroduceAsync(connection, signer, cancellation);
        var (_, _, size, _) = await LogTables.StateAsync(connection, cancellation);
        await TileWriter.WriteAsync(connection, size, cancellation);
        var tree = new TreeStore(connection);
        var last = await LogTables.LastAsync(connection, cancellation);
        await Contradictions.RefuseAsync(tree, size, signer.VerifierKey.Name, last, kept, cancellation);
        if (last is not null && Notes.Read(last).Size == size)
        {
            await transaction.CommitAsync(cancellation);
            return last;
        }

        var signed = signer.Sign(new Checkpoint(signer.VerifierKey.Name, size, await tree.RootAsync(size, cancellation)));
        var note = Encoding.UTF8.GetString(signed.ToBytes());
        await LogTables.AddCheckpointAsync(connection, size, note, cancellation);
        await transaction.CommitAsync(cancellation);
        // After the commit: what is kept must never be ahead of an honest database.
        (kept with { Note = note }).Write(settings.KeptFile);
        return note;
    }

    // A new key is added to those that were known; the earlier ones go on verifying what they signed.
    private async Task<KeptLog> IntroduceAsync(NpgsqlConnection connection, CheckpointSigner signer, CancellationToken cancellation)
    {
        var kept = KeptLog.Read(settings.KeptFile);
        var keys = kept.Keys.Count > 0 ? kept.Keys : await LogTables.KeysAsync(connection, LogTables.LogRole, cancellation);
        var key = signer.VerifierKey.ToString();
        await LogTables.AddKeyAsync(connection, key, LogTables.LogRole, clock.GetUtcNow(), cancellation);
        foreach (var witness in settings.Witnesses.Select(VerifierKey.Parse)) await LogTables.AddKeyAsync(connection, $"{witness}", LogTables.WitnessRole, clock.GetUtcNow(), cancellation);
        return kept with { Keys = keys.Contains(key) ? keys : [.. keys, key] };
    }

    private Task RememberAsync(string reason, CancellationToken cancellation) =>
        Verifications.AddAsync(store.Database, clock.GetUtcNow(), "checkpointer", "sign", false, JsonSerializer.Serialize(new { refused = reason }), cancellation);
}
