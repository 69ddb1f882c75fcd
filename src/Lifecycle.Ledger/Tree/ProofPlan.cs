namespace Lifecycle.Ledger;

/// <summary>Which hashes a proof needs. Read those of <see cref="Nodes"/>, in order, then <see cref="Fold"/> them into the proof.</summary>
public sealed class ProofPlan
{
    private readonly List<TreeRange> ranges;

    private ProofPlan(List<TreeRange> ranges) => this.ranges = ranges;

    public IEnumerable<TreeNode> Nodes => ranges.SelectMany(range => range.Nodes());

    /// <summary>PATH(m, D[n]) of RFC 6962 section 2.1.1: leaf <paramref name="index"/> is in the tree of <paramref name="size"/>.</summary>
    public static ProofPlan Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var ranges = new List<TreeRange>();
        for (var here = new TreeRange(0, size); here.Width > 1;)
        {
            var (left, right) = here.Split();
            ranges.Add(index < left.End ? right : left);
            here = index < left.End ? left : right;
        }

        ranges.Reverse();
        return new(ranges);
    }

    /// <summary>PROOF(m, D[n]) of RFC 6962 section 2.1.2: the tree of <paramref name="size"/> goes on from that of <paramref name="earlier"/>.</summary>
    public static ProofPlan Consistency(long earlier, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        var ranges = new List<TreeRange>();
        var here = new TreeRange(0, earlier == 0 ? 0 : size);
        while (here.End > earlier)
        {
            var (left, right) = here.Split();
            ranges.Add(earlier <= left.End ? right : left);
            here = earlier <= left.End ? left : right;
        }

        if (here.Start > 0) ranges.Add(here);
        ranges.Reverse();
        return new(ranges);
    }

    /// <summary>The proof: one hash for each subtree.</summary>
    /// <param name="hashes">Of <see cref="Nodes"/>, in their order.</param>
    public IReadOnlyList<byte[]> Fold(IReadOnlyList<byte[]> hashes)
    {
        var (proof, next) = (new List<byte[]>(ranges.Count), 0);
        foreach (var count in ranges.Select(range => range.Nodes().Count()))
        {
            proof.Add(TreeRange.Join([.. hashes.Skip(next).Take(count)]));
            next += count;
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(hashes.Count, next);
        return proof;
    }
}
