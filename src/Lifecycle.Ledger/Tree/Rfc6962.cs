using System.Security.Cryptography;

namespace Lifecycle.Ledger;

/// <summary>The hashes of RFC 6962 section 2.1, over SHA-256.</summary>
public static class Rfc6962
{
    public const int HashLength = 32;

    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static byte[] EmptyRoot() => SHA256.HashData([]);

    /// <summary>SHA-256(0x00 || leaf).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf)
    {
        var hash = new byte[HashLength];
        LeafHash(leaf, hash);
        return hash;
    }

    public static void LeafHash(ReadOnlySpan<byte> leaf, Span<byte> hash) => ShortHash.Of([0], leaf, hash);

    internal static void AddLeaf(ReadOnlySpan<byte> leaf, HashBatch batch) => batch.Add([0], leaf);

    /// <param name="children">Left and right.</param>
    internal static void AddNode(ReadOnlySpan<byte> children, HashBatch batch) => batch.Add([1], children);

    /// <summary>SHA-256(0x01 || left || right).</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[HashLength];
        NodeHash(left, right, hash);
        return hash;
    }

    public static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> node = stackalloc byte[1 + HashLength];
        node[0] = 1;
        left.CopyTo(node[1..]);
        ShortHash.Of(node, right, hash);
    }
}
