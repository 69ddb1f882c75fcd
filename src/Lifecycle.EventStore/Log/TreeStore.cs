using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>The tree as the database keeps it: hashes of leaves, and tiles. Reads on the caller's connection, each tile once.</summary>
internal sealed class TreeStore(NpgsqlConnection connection)
{
    public const int TileWidth = 256;
    private const int MostTiles = 1024;
    public const int HashLength = Rfc6962.HashLength;

    private static readonly string RootsSql = SqlText.Of("tile_roots");
    private static readonly string HashesSql = SqlText.Of("tile_hashes");

    private readonly Dictionary<(int Level, long Index), byte[]> _tiles = [];

    /// <summary>How wide a tile is in a tree of this size; 0 when it is not part of it.</summary>
    public static int Width(int level, long index, long size)
    {
        var entries = level * 8 < 63 ? size >> (level * 8) : 0;
        return index > entries >> 8 ? 0 : (int)Math.Min(TileWidth, entries - (index << 8));
    }

    /// <summary>The first hashes of a tile.</summary>
    /// <exception cref="TreeBrokenException">They are not all there.</exception>
    public async Task<byte[]> HashesAsync(int level, long index, int width, CancellationToken cancellation)
    {
        if (_tiles.TryGetValue((level, index), out var known) && known.Length >= width * HashLength) return known[..(width * HashLength)];
        var hashes = await StoredAsync(level, index, cancellation) is { } stored ? stored
            : level == 0 ? await AllAsync("select hash from lifecycle.ledger_hashes($1, $2)", cancellation, index << 8, (long)width)
            : await AllAsync(RootsSql, cancellation, level - 1, index << 8, (long)width);
        if (hashes.Length < width * HashLength) throw new TreeBrokenException($"The tree's tile {index} of level {level} is not complete.");
        // A walk through a large tree comes back to few of its tiles.
        if (_tiles.Count == MostTiles) _tiles.Clear();
        _tiles[(level, index)] = hashes;
        return hashes[..(width * HashLength)];
    }

    /// <summary>The tree's hash over the first leaves.</summary>
    public async Task<byte[]> RootAsync(long size, CancellationToken cancellation) =>
        size == 0 ? Rfc6962.EmptyRoot() : await HashAsync(new(0, size), size, cancellation);

    /// <summary>The hashes that a proof needs.</summary>
    public async Task<IReadOnlyList<byte[]>> ProofAsync(ProofPlan plan, long size, CancellationToken cancellation) =>
        plan.Fold(await HashesAsync(plan.Nodes, size, cancellation));

    /// <summary>The hash of any subtree.</summary>
    public async Task<byte[]> HashAsync(TreeRange range, long size, CancellationToken cancellation) =>
        TreeRange.Join(await HashesAsync(range.Nodes(), size, cancellation));

    /// <summary>The hash of a full tile, or of any row of hashes whose number is a power of two.</summary>
    public static byte[] Subtree(ReadOnlySpan<byte> hashes) => hashes.Length == HashLength
        ? hashes.ToArray()
        : Rfc6962.NodeHash(Subtree(hashes[..(hashes.Length / 2)]), Subtree(hashes[(hashes.Length / 2)..]));

    private async Task<List<byte[]>> HashesAsync(IEnumerable<TreeNode> nodes, long size, CancellationToken cancellation)
    {
        var hashes = new List<byte[]>();
        foreach (var node in nodes)
        {
            var tile = TilePath.Holding(node, size);
            hashes.Add(TilePath.Hash(node, await HashesAsync(tile.Level, tile.Index, tile.Width, cancellation)));
        }

        return hashes;
    }

    private async Task<byte[]?> StoredAsync(int level, long index, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(HashesSql, connection) { Parameters = { new() { Value = level }, new() { Value = index } } };
        return await command.ExecuteScalarAsync(cancellation) as byte[];
    }

    private async Task<byte[]> AllAsync(string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        using var all = new MemoryStream();
        while (await reader.ReadAsync(cancellation)) all.Write(reader.GetFieldValue<byte[]>(0));
        return all.ToArray();
    }
}

/// <summary>The stored tree does not hold together.</summary>
public sealed class TreeBrokenException(string message) : Exception(message);
