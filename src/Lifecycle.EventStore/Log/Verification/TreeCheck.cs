using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>
/// Builds the tree anew from the leaves' bytes and holds hashes, tiles and checkpoints against it. Where a leaf and its stored
/// hashes disagree, the tree goes on with what most of them say, so that one change is named once and not everything after it.
/// </summary>
internal sealed class TreeCheck(NpgsqlConnection questions, CheckpointCheck checkpoints, Findings found)
{
    private const int Hash = TreeStore.HashLength;

    private static readonly string TileSql = SqlText.Of("verify_tile");
    private static readonly string TilesSql = SqlText.Of("verify_tiles");

    private readonly CompactRange _range = new();
    private readonly List<MemoryStream> _filling = [];
    private (byte[] Hashes, byte[] Root)? _tile;

    public long Size => _range.Size;

    /// <summary>Tiles that were compared.</summary>
    public long Tiles { get; private set; }

    public async Task StartAsync(CancellationToken cancellation) => await checkpoints.AtAsync(0, _range, false, cancellation);

    public async Task AddAsync(LeafRow leaf, bool late, CancellationToken cancellation)
    {
        if ((Size & 255) == 0) _tile = await TileAsync(0, Size >> 8, cancellation);
        var hash = Choose(leaf, Rfc6962.LeafHash(leaf.Body));
        _range.Append(hash);
        await FillAsync(0, hash, cancellation);
        await checkpoints.AtAsync(Size, _range, late, cancellation);
    }

    /// <summary>Tiles that should not be there, or should and are not.</summary>
    public async Task FinishAsync(long signed, CancellationToken cancellation)
    {
        var levels = await questions.AllAsync(
            TilesSql, row => (Level: row.GetInt32(0), Count: row.GetInt64(1), First: row.GetInt64(2), Last: row.GetInt64(3)), cancellation);
        foreach (var (level, count, first, last) in levels)
        {
            var most = level is >= 0 and < 8 ? Size >> (8 * (level + 1)) : 0;
            if (first < 0 || last >= most) found.Add(FindingKind.Inserted, $"There are tiles of level {level} up to {last}; {Size:N0} leaves make {most}.", Size, field: "ledger_tile");
            else if (count != last + 1) found.Add(FindingKind.Removed, $"Tiles of level {level} are missing.", Size, field: "ledger_tile");
        }

        for (var level = 0; Math.Min(signed, Size) >> (8 * (level + 1)) is > 0 and var least; level++)
            if (levels.Find(l => l.Level == level).Count < least)
                found.Add(FindingKind.Removed, $"Tiles of level {level} are missing: {least} are signed for.", Size, field: "ledger_tile");
    }

    private byte[] Choose(LeafRow leaf, byte[] computed)
    {
        var inTile = _tile is { Hashes.Length: 256 * Hash } tile ? tile.Hashes.AsSpan((int)(Size & 255) * Hash, Hash).ToArray() : null;
        var isSelfConsistent = leaf.Hash.AsSpan().SequenceEqual(computed);
        if (isSelfConsistent && (inTile is null || computed.AsSpan().SequenceEqual(inTile))) return computed;
        if (isSelfConsistent) return AgainstTile(leaf, computed, inTile!);
        if (leaf.Hash.Length != Hash || (inTile is not null && computed.AsSpan().SequenceEqual(inTile)))
        {
            found.Add(FindingKind.Altered, $"The hash of leaf {leaf.Index} was changed.", leaf.Index, leaf.Position, "hash");
            return computed;
        }

        found.Add(FindingKind.Altered, $"The leaf {leaf.Index} at position {leaf.Position} does not agree with its hash: one of them was changed.", leaf.Index, leaf.Position, "body");
        return inTile ?? leaf.Hash;
    }

    private byte[] AgainstTile(LeafRow leaf, byte[] computed, byte[] inTile)
    {
        if (!TreeStore.Subtree(_tile!.Value.Hashes).AsSpan().SequenceEqual(_tile.Value.Root)) return computed;
        var moved = _tile.Value.Hashes.Chunk(Hash).Any(hash => hash.AsSpan().SequenceEqual(computed));
        found.Add(
            moved ? FindingKind.Reordered : FindingKind.Altered,
            moved ? $"The leaf {leaf.Index} stood at another place when it was recorded." : $"The leaf {leaf.Index} and its hash were changed.",
            leaf.Index, leaf.Position, "body");
        return inTile;
    }

    // A row of hashes that is full is a tile, and one hash of the row above.
    private async Task FillAsync(int level, byte[] hash, CancellationToken cancellation)
    {
        if (_filling.Count == level) _filling.Add(new MemoryStream(256 * Hash));
        var row = _filling[level];
        row.Write(hash);
        if (row.Length < 256 * Hash) return;
        var (hashes, index) = (row.ToArray(), (Size >> (8 * (level + 1))) - 1);
        row.SetLength(0);
        var root = TreeStore.Subtree(hashes);
        if (await TileAsync(level, index, cancellation) is { } stored)
        {
            Tiles++;
            if (!stored.Hashes.AsSpan().SequenceEqual(hashes)) Changed(level, index, "hashes");
            if (!stored.Root.AsSpan().SequenceEqual(root)) Changed(level, index, "root");
        }

        await FillAsync(level + 1, root, cancellation);
    }

    private void Changed(int level, long index, string column) => found.Add(
        FindingKind.Altered, $"The tile {index} of level {level} does not hold the hashes of its leaves.", index << (8 * (level + 1)), field: $"ledger_tile.{column}");

    private async Task<(byte[] Hashes, byte[] Root)?> TileAsync(int level, long index, CancellationToken cancellation) =>
        await questions.OneAsync<(byte[], byte[])?>(
            TileSql, row => (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)), cancellation, level, index);
}
