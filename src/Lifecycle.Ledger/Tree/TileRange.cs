namespace Lifecycle.Ledger;

/// <summary>A tree that grows by leaves, whose nodes are hashed together: those of 256 leaves at a time, level by level.</summary>
internal sealed class TileRange
{
    private const int Level = 8;

    private readonly CompactRange tiles = new();
    private readonly HashBatch batch = new();
    private readonly byte[] waiting = new byte[Rfc6962.HashLength << Level];
    private int count;

    public long Size => tiles.Size + count;

    public void Append(ReadOnlySpan<byte> leafHash)
    {
        leafHash.CopyTo(waiting.AsSpan(count++ * Rfc6962.HashLength));
        if (count == 1 << Level) Close();
    }

    /// <summary>The root of the tree as it stands.</summary>
    public byte[] Root()
    {
        var tree = new CompactRange(tiles.Size, tiles.Peaks());
        for (var leaf = 0; leaf < count; leaf++) tree.Append(waiting.AsSpan(leaf * Rfc6962.HashLength, Rfc6962.HashLength));
        return tree.Root();
    }

    private void Close()
    {
        for (var left = waiting.Length; left > Rfc6962.HashLength; left /= 2)
        {
            for (var at = 0; at < left; at += 2 * Rfc6962.HashLength) Rfc6962.AddNode(waiting.AsSpan(at, 2 * Rfc6962.HashLength), batch);
            batch.Hash().CopyTo(waiting);
            batch.Clear();
        }

        tiles.Append(Level, waiting.AsSpan(0, Rfc6962.HashLength));
        count = 0;
    }
}
