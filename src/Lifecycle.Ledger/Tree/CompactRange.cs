using System.Numerics;

namespace Lifecycle.Ledger;

/// <summary>A tree as far as it must be remembered to grow: one hash for each complete subtree from the left, at most 63.</summary>
public sealed class CompactRange
{
    private readonly byte[] peaks = new byte[64 * Rfc6962.HashLength];

    public CompactRange()
    {
    }

    /// <summary>Goes on from a tree of <paramref name="size"/> leaves.</summary>
    /// <param name="hashes">Of its complete subtrees, largest first: see <see cref="TreeRange.Nodes"/> of the whole tree.</param>
    public CompactRange(long size, IReadOnlyList<byte[]> hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(hashes.Count, BitOperations.PopCount((ulong)size));
        for (var peak = 0; peak < hashes.Count; peak++) hashes[peak].CopyTo(Peak(peak));
        Size = size;
    }

    public long Size { get; private set; }

    private int Count => BitOperations.PopCount((ulong)Size);

    public void Append(ReadOnlySpan<byte> leafHash) => Append(0, leafHash);

    /// <summary>Adds a complete subtree of 2^<paramref name="level"/> leaves, of which the size is a multiple.</summary>
    internal void Append(int level, ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, Rfc6962.HashLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Size & ((1L << level) - 1), 0);
        var last = Count;
        hash.CopyTo(Peak(last));
        // Each one at the end of the old size in binary, but for the level's own bits, completes a subtree.
        for (var complete = BitOperations.TrailingZeroCount(~(Size >> level)); complete > 0; complete--, last--)
            Rfc6962.NodeHash(Peak(last - 1), Peak(last), Peak(last - 1));
        Size += 1L << level;
    }

    /// <summary>The root of the tree as it stands.</summary>
    public byte[] Root()
    {
        if (Size == 0) return Rfc6962.EmptyRoot();
        var root = Peak(Count - 1).ToArray();
        for (var left = Count - 2; left >= 0; left--) Rfc6962.NodeHash(Peak(left), root, root);
        return root;
    }

    /// <summary>The hashes of the complete subtrees, largest first.</summary>
    public IReadOnlyList<byte[]> Peaks() => [.. Enumerable.Range(0, Count).Select(peak => Peak(peak).ToArray())];

    private Span<byte> Peak(int number) => peaks.AsSpan(number * Rfc6962.HashLength, Rfc6962.HashLength);
}
