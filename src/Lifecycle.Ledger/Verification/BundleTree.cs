namespace Lifecycle.Ledger;

/// <summary>The root that the bundled leaves and hashes give.</summary>
internal abstract class BundleTree
{
    private BundleTree()
    {
    }

    /// <summary>Null where the leaves do not stand in order, so that there is no tree to speak of.</summary>
    public abstract byte[]? Root(LeafLines leaves, long size);

    /// <summary>Every leaf is there: the tree grows, and shows its root at the sizes that are asked for.</summary>
    internal sealed class Grown(IEnumerable<long> sizes) : BundleTree
    {
        private readonly HashSet<long> wanted = [.. sizes];
        private readonly TileRange tree = new();

        public Dictionary<long, byte[]> Roots { get; } = [];

        public override byte[]? Root(LeafLines leaves, long size)
        {
            for (leaves.MoveNext(); leaves.Waiting; leaves.MoveNext())
            {
                tree.Append(leaves.Hash.Span);
                if (wanted.Contains(tree.Size)) Roots[tree.Size] = tree.Root();
            }

            return leaves.InOrder ? tree.Root() : null;
        }
    }

    /// <summary>Some leaves are there: hashes stand for the subtrees without any.</summary>
    internal sealed class Joined(BundleFile file, ZipEntry hashes) : BundleTree
    {
        private readonly byte[] buffer = new byte[256 * Rfc6962.HashLength];
        private long next;

        public override byte[]? Root(LeafLines leaves, long size)
        {
            leaves.MoveNext();
            var root = size == 0 ? Rfc6962.EmptyRoot() : Root(leaves, new TreeRange(0, size));
            return leaves.InOrder && next * Rfc6962.HashLength == hashes.Length ? root : null;
        }

        private byte[] Root(LeafLines leaves, TreeRange here)
        {
            if (!leaves.Waiting || leaves.Index >= here.End) return NextHash();
            if (here.Width == 1)
            {
                var hash = leaves.Hash.ToArray();
                leaves.MoveNext();
                return hash;
            }

            var (left, right) = here.Split();
            var first = Root(leaves, left);
            return Rfc6962.NodeHash(first, Root(leaves, right));
        }

        private byte[] NextHash()
        {
            var (at, within) = (next * Rfc6962.HashLength, (int)(next % 256) * Rfc6962.HashLength);
            if (within == 0 && at < hashes.Length)
                file.Read(hashes.DataAt + at, buffer.AsSpan(0, (int)Math.Min(buffer.Length, hashes.Length - at)));
            next++;
            return buffer.AsSpan(within, Rfc6962.HashLength).ToArray();
        }
    }
}
