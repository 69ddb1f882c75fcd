namespace Lifecycle.Ledger.Tests;

/// <summary>RFC 6962 section 2.1, word for word, over leaf hashes: slow, and plainly right.</summary>
internal static class NaiveTree
{
    public static byte[] Root(ReadOnlySpan<byte[]> hashes) => hashes.Length switch
    {
        0 => Rfc6962.EmptyRoot(),
        1 => hashes[0],
        _ => Rfc6962.NodeHash(Root(hashes[..Half(hashes.Length)]), Root(hashes[Half(hashes.Length)..])),
    };

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> hashes)
    {
        if (hashes.Length <= 1) return [];
        var k = Half(hashes.Length);
        return m < k ? [.. Path(m, hashes[..k]), Root(hashes[k..])] : [.. Path(m - k, hashes[k..]), Root(hashes[..k])];
    }

    public static List<byte[]> Consistency(int m, ReadOnlySpan<byte[]> hashes) => m == 0 ? [] : SubProof(m, hashes, whole: true);

    private static List<byte[]> SubProof(int m, ReadOnlySpan<byte[]> hashes, bool whole)
    {
        if (m == hashes.Length) return whole ? [] : [Root(hashes)];
        var k = Half(hashes.Length);
        return m <= k
            ? [.. SubProof(m, hashes[..k], whole), Root(hashes[k..])]
            : [.. SubProof(m - k, hashes[k..], whole: false), Root(hashes[..k])];
    }

    private static int Half(int n)
    {
        var k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }
}
