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

    public static void LeafHash(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        const int onStack = 1024;
        var length = leaf.Length + 1;
        var rented = length > onStack ? System.Buffers.ArrayPool<byte>.Shared.Rent(length) : null;
        var prefixed = rented is null ? stackalloc byte[length] : rented.AsSpan(0, length);
        prefixed[0] = 0;
        leaf.CopyTo(prefixed[1..]);
        SHA256.HashData(prefixed, hash);
        if (rented is not null) System.Buffers.ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>SHA-256(0x01 || left || right).</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[HashLength];
        NodeHash(left, right, hash);
        return hash;
    }

    public static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> node = stackalloc byte[1 + (2 * HashLength)];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + HashLength)..]);
        SHA256.HashData(node, hash);
    }
}
