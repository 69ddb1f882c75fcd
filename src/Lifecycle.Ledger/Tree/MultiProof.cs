namespace Lifecycle.Ledger;

/// <summary>One proof for many leaves: the hash of every subtree that holds none of them, left to right.</summary>
public static class MultiProof
{
    /// <summary>The subtrees whose hashes the proof consists of; a lazy walk that remembers O(log n).</summary>
    /// <param name="indexes">Of the leaves, ascending.</param>
    public static IEnumerable<TreeRange> Missing(long size, IEnumerable<long> indexes)
    {
        using var next = indexes.GetEnumerator();
        var waiting = next.MoveNext();
        var rest = new Stack<TreeRange>();
        if (size > 0) rest.Push(new(0, size));
        while (rest.TryPop(out var here))
        {
            if (!waiting || next.Current >= here.End)
            {
                yield return here;
            }
            else if (here.Width == 1)
            {
                waiting = next.MoveNext();
            }
            else
            {
                var (left, right) = here.Split();
                rest.Push(right);
                rest.Push(left);
            }
        }
    }
}
