using System.Security.Cryptography;

namespace Lifecycle.Ledger;

/// <summary>SHA-256 of a few parts, with one hash for each thread that is used again: to make one takes as long as to hash a leaf.</summary>
internal static class ShortHash
{
    [ThreadStatic]
    private static IncrementalHash? own;

    public static void Of(ReadOnlySpan<byte> one, ReadOnlySpan<byte> two, Span<byte> hash)
    {
        var sha = own ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(one);
        sha.AppendData(two);
        sha.GetHashAndReset(hash);
    }
}
