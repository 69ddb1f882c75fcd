using System.Buffers.Binary;
using System.Text;
using Lifecycle.Ledger;
using Npgsql;
using LeafReceipt = Lifecycle.Ledger.Receipt;

namespace Lifecycle.EventStore.Log;

/// <summary>An entry is longer than C2SP's entry bundles can hold.</summary>
public sealed class EntryTooLongException() : Exception("An entry is longer than 65,535 bytes.");

/// <summary>What the log tells: checkpoints, tiles and proofs. Only within what a signed checkpoint covers.</summary>
public sealed class LogReads(Database database)
{
    private static readonly string EntriesSql = SqlText.Of("leaf_entries");
    private static readonly string LeafSql = SqlText.Of("leaf_read");

    /// <summary>The newest checkpoint with its witnesses' lines; null when none was signed yet.</summary>
    public async Task<string?> CheckpointAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await LogTables.LastAsync(connection, cancellation) is { } note ? await LogTables.CosignedAsync(connection, note, cancellation) : null;
    }

    /// <summary>The hashes of a tile; null when no checkpoint covers it.</summary>
    public async Task<byte[]?> TileAsync(TilePath tile, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return tile.Width <= await WidthAsync(connection, tile, cancellation)
            ? await new TreeStore(connection).HashesAsync(tile.Level, tile.Index, tile.Width, cancellation)
            : null;
    }

    /// <summary>The leaves under a tile of level 0 as a C2SP entry bundle; null when no checkpoint covers it.</summary>
    /// <exception cref="EntryTooLongException">One of them does not fit the form.</exception>
    public async Task<byte[]?> EntriesAsync(TilePath tile, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await SeeingAsync(connection, ReadScope.All, cancellation);
        if (tile.Width > await WidthAsync(connection, tile, cancellation)) return null;
        var bundle = new MemoryStream();
        var length = new byte[sizeof(ushort)];
        foreach (var leaf in await connection.AllAsync(EntriesSql, row => row.GetFieldValue<byte[]>(0), cancellation, tile.Index << 8, (long)tile.Width))
        {
            if (leaf.Length > ushort.MaxValue) throw new EntryTooLongException();
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)leaf.Length);
            bundle.Write(length);
            bundle.Write(leaf);
        }

        return bundle.ToArray();
    }

    /// <summary>The index and bytes of the leaf of an event; null when there is none in the scope.</summary>
    public async Task<(long Index, byte[] Body)?> LeafAsync(ReadScope scope, long position, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await SeeingAsync(connection, scope, cancellation);
        return await connection.OneAsync<(long, byte[])?>(LeafSql, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), cancellation, position);
    }

    /// <summary>The receipt of a leaf in the checkpoint of a size; null when there is no such checkpoint, or the leaf is not in it.</summary>
    /// <param name="size">Null is the newest checkpoint.</param>
    public async Task<string?> ReceiptAsync(long index, byte[] body, long? size, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await FindAsync(connection, size, cancellation) is not { } note || Notes.Read(note) is not { } of || index >= of.Size) return null;
        var proof = await new TreeStore(connection).ProofAsync(ProofPlan.Inclusion(index, of.Size), of.Size, cancellation);
        var receipt = new LeafReceipt(index, body, proof, Notes.Parse(await LogTables.CosignedAsync(connection, note, cancellation)));
        // Nobody gets a receipt that does not hold: what is stored was changed, and verification says where.
        return receipt.Holds() ? Encoding.UTF8.GetString(receipt.ToBytes()) : throw new CheckpointRefusedException("The stored leaf is not the one that was signed.");
    }

    /// <summary>Shows that the later tree begins with the earlier one; null when one of the checkpoints is unknown.</summary>
    /// <param name="to">Null is the newest checkpoint.</param>
    public async Task<IReadOnlyList<byte[]>?> ConsistencyAsync(long from, long? to, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await FindAsync(connection, from, cancellation) is null || await FindAsync(connection, to, cancellation) is not { } note) return null;
        var size = Notes.Read(note).Size;
        return from > size ? null : await new TreeStore(connection).ProofAsync(ProofPlan.Consistency(from, size), size, cancellation);
    }

    /// <summary>Keeps the lines that known witnesses added to a checkpoint of ours; returns it with all of them, or null when there was no such line.</summary>
    /// <exception cref="LedgerFormatException">It is no checkpoint, or a line is not what it says.</exception>
    public async Task<string?> CosignAsync(string cosigned, DateTimeOffset at, CancellationToken cancellation)
    {
        var note = Notes.Parse(cosigned);
        var size = Checkpoint.Parse(note.Text).Size;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await LogTables.CheckpointAsync(connection, size, cancellation) is not { } ours || Notes.Parse(ours).Text != note.Text)
            throw new LedgerFormatException("This is not a checkpoint that was signed here.");
        var witnesses = (await LogTables.KeysAsync(connection, LogTables.WitnessRole, cancellation)).Select(VerifierKey.Parse).ToList();
        if (note.Check(witnesses).Bad.Count > 0) throw new LedgerFormatException("A witness's line does not sign this checkpoint.");
        // Lines of witnesses whose algorithm is not checked here are kept too, and shown as such.
        var lines = note.Signatures.Where(line => witnesses.Exists(key => key.Name == line.Name && key.Id == line.KeyId)).ToList();
        foreach (var line in lines) await LogTables.AddCosignatureAsync(connection, size, line.Name, line.ToString(), at, cancellation);
        return lines.Count == 0 ? null : await LogTables.CosignedAsync(connection, ours, cancellation);
    }

    private static Task<string?> FindAsync(NpgsqlConnection connection, long? size, CancellationToken cancellation) =>
        size is { } given ? LogTables.CheckpointAsync(connection, given, cancellation) : LogTables.LastAsync(connection, cancellation);

    private static async Task<int> WidthAsync(NpgsqlConnection connection, TilePath tile, CancellationToken cancellation) =>
        TreeStore.Width(tile.Level, tile.Index, (await LogTables.StateAsync(connection, cancellation)).Signed);

    private static async Task<NpgsqlTransaction> SeeingAsync(NpgsqlConnection connection, ReadScope scope, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.RunAsync("select set_config('lifecycle.bodies', $1, true)", cancellation, scope.Setting);
        return transaction;
    }
}
