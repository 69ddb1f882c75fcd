using Lifecycle.Domain;
using Lifecycle.EventStore.Log;
using Lifecycle.Ledger;

namespace Lifecycle.Application;

/// <summary>What the ledger tells to whom: proofs of events for those who may see them, everything else for everybody.</summary>
public sealed class LedgerDesk(LogReads reads, Checkpointer checkpointer, TimeProvider clock)
{
    private static readonly Refusal NoSuchCheckpoint = new(
        "checkpoint_unknown", "No checkpoint of that size was signed, or it is older than the event. Leave the size out for the newest one.");

    private static readonly Outcome<byte[]> NotFound = new Outcome<byte[]>.NotFound();

    /// <summary>Why no checkpoint is signed at the moment; null when all is well.</summary>
    public string? Refusal => checkpointer.Refusal;

    /// <summary>Signs whenever there is something new, until cancelled.</summary>
    /// <param name="failed">Told of every failure that is not the one before it.</param>
    public Task KeepSigningAsync(Action<Exception> failed, CancellationToken cancellation) => checkpointer.RunAsync(failed, cancellation);

    /// <summary>The newest checkpoint; null when none was signed yet.</summary>
    public Task<string?> CheckpointAsync(CancellationToken cancellation) => reads.CheckpointAsync(cancellation);

    /// <summary>Signs everything that is stored, now.</summary>
    public async Task<Outcome<string>> SignAsync(Caller caller, CancellationToken cancellation) =>
        Permissions.Check(caller, Permissions.SignCheckpoint) is { } forbidden
            ? new Outcome<string>.Forbidden(forbidden)
            : await RefusableAsync(async () => new Outcome<string>.Done(await checkpointer.SignAsync(cancellation), 0));

    /// <summary>Keeps a witness's signature.</summary>
    public async Task<Outcome<string>> CosignAsync(string note, CancellationToken cancellation)
    {
        try
        {
            return await reads.CosignAsync(note, clock.GetUtcNow(), cancellation) is { } cosigned
                ? new Outcome<string>.Done(cosigned, 1)
                : new Outcome<string>.Refused(new("cosignature_unknown", "None of the signature lines is of a witness that is known here."));
        }
        catch (LedgerFormatException e)
        {
            return new Outcome<string>.Refused(new("cosignature_unknown", e.Message));
        }
    }

    /// <param name="path">As C2SP writes it, after "tile/".</param>
    public async Task<Outcome<byte[]>> TileAsync(Caller caller, string path, CancellationToken cancellation)
    {
        var entries = path.StartsWith("entries/", StringComparison.Ordinal);
        if (!TilePath.TryParse($"tile/{(entries ? $"0/{path["entries/".Length..]}" : path)}", out var tile) || (entries && caller.Sees is not null))
            return NotFound;
        try
        {
            return await (entries ? reads.EntriesAsync(tile, cancellation) : reads.TileAsync(tile, cancellation)) is { } bytes
                ? new Outcome<byte[]>.Done(bytes, 0)
                : NotFound;
        }
        catch (EntryTooLongException e)
        {
            return new Outcome<byte[]>.Refused(new("entry_too_long", e.Message));
        }
    }

    /// <summary>The receipt of one event, in the checkpoint of a size or the newest; an event that none covers yet is signed for.</summary>
    public Task<Outcome<string>> ProofAsync(Caller caller, long position, long? size, CancellationToken cancellation) =>
        RefusableAsync(async () =>
        {
            if (await reads.LeafAsync(caller.Scope, position, cancellation) is not var (index, body))
                return new Outcome<string>.NotFound();
            var receipt = await reads.ReceiptAsync(index, body, size, cancellation);
            if (receipt is null && size is null)
            {
                await checkpointer.SignAsync(cancellation);
                receipt = await reads.ReceiptAsync(index, body, size, cancellation);
            }

            return receipt is null ? new Outcome<string>.Refused(NoSuchCheckpoint) : new Outcome<string>.Done(receipt, 0);
        });

    /// <summary>Hashes that show the later tree to begin with the earlier one.</summary>
    public async Task<Outcome<IReadOnlyList<byte[]>>> ConsistencyAsync(long from, long? to, CancellationToken cancellation) =>
        await reads.ConsistencyAsync(from, to, cancellation) is { } hashes
            ? new Outcome<IReadOnlyList<byte[]>>.Done(hashes, 0)
            : new Outcome<IReadOnlyList<byte[]>>.Refused(NoSuchCheckpoint);

    private static async Task<Outcome<string>> RefusableAsync(Func<Task<Outcome<string>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (CheckpointRefusedException e)
        {
            return new Outcome<string>.Refused(new("checkpoint_refused", e.Message));
        }
    }
}
