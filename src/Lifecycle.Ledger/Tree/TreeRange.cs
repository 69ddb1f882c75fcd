using System.Numerics;

namespace Lifecycle.Ledger;

/// <summary>A complete subtree: the leaves from <paramref name="Index"/> × 2^<paramref name="Level"/>, 2^<paramref name="Level"/> of them.</summary>
public readonly record struct TreeNode(int Level, long Index);

/// <summary>A subtree of an RFC 6962 tree: the leaves from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct TreeRange(long Start, long End)
{
    public long Width => End - Start;

    /// <summary>Where RFC 6962 divides it: the largest power of two below its width goes left.</summary>
    public (TreeRange Left, TreeRange Right) Split()
    {
        var left = (long)BitOperations.RoundUpToPowerOf2((ulong)Width) >> 1;
        return (new(Start, Start + left), new(Start + left, End));
    }

    /// <summary>The complete subtrees that it is made of, largest first. Only the right edge of a tree has more than one.</summary>
    public IEnumerable<TreeNode> Nodes()
    {
        for (var (start, width) = (Start, Width); width > 0;)
        {
            var level = BitOperations.Log2((ulong)width);
            yield return new(level, start >> level);
            start += 1L << level;
            width -= 1L << level;
        }
    }

    /// <summary>Its hash, from those of <see cref="Nodes"/>.</summary>
    public static byte[] Join(IReadOnlyList<byte[]> hashes)
    {
        var root = hashes[^1];
        for (var left = hashes.Count - 2; left >= 0; left--) root = Rfc6962.NodeHash(hashes[left], root);
        return root;
    }
}
