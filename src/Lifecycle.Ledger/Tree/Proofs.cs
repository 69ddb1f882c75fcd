namespace Lifecycle.Ledger;

/// <summary>Checks proofs, by the algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2. A proof that does not fit is false, never an exception.</summary>
public static class Proofs
{
    public static bool Includes(byte[] root, long size, long index, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> proof)
    {
        if (index < 0 || index >= size || !AllHashes(proof)) return false;
        var (fn, sn, hash) = (index, size - 1, leafHash.ToArray());
        foreach (var next in proof)
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                hash = Rfc6962.NodeHash(next, hash);
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                hash = Rfc6962.NodeHash(hash, next);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Every tree goes on from the empty one, and from itself, with an empty proof.</summary>
    public static bool Continues(long earlier, byte[] earlierRoot, long size, byte[] root, IReadOnlyList<byte[]> proof)
    {
        if (earlier < 0 || earlier > size || !AllHashes(proof)) return false;
        if (earlier == size) return proof.Count == 0 && earlierRoot.AsSpan().SequenceEqual(root);
        if (earlier == 0) return proof.Count == 0 && earlierRoot.AsSpan().SequenceEqual(Rfc6962.EmptyRoot());
        var (fn, sn) = (earlier - 1, size - 1);
        while ((fn & 1) == 1) (fn, sn) = (fn >> 1, sn >> 1);
        var whole = fn == 0;
        if (!whole && proof.Count == 0) return false;
        var (fr, sr) = whole ? (earlierRoot, earlierRoot) : (proof[0], proof[0]);
        foreach (var next in proof.Skip(whole ? 0 : 1))
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (Rfc6962.NodeHash(next, fr), Rfc6962.NodeHash(next, sr));
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                sr = Rfc6962.NodeHash(sr, next);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && fr.AsSpan().SequenceEqual(earlierRoot) && sr.AsSpan().SequenceEqual(root);
    }

    private static bool AllHashes(IReadOnlyList<byte[]> proof) => proof.All(hash => hash.Length == Rfc6962.HashLength);
}
