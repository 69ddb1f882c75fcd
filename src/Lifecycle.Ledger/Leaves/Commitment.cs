namespace Lifecycle.Ledger;

/// <summary>
/// What stands in a leaf for a text that may have to be erased: a hash of the text and of 32 random bytes. Without the
/// salt nobody can tell, not even by guessing, which text it was.
/// </summary>
public static class Commitment
{
    public const string Member = "$commitment";

    public const int SaltLength = 32;

    private static ReadOnlySpan<byte> Domain => "lifecycle-commitment/1\n"u8;

    /// <summary>The salt of an erased text.</summary>
    public static bool IsErased(ReadOnlySpan<byte> salt) => !salt.ContainsAnyExcept((byte)0);

    public static byte[] Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> text)
    {
        if (salt.Length != SaltLength) throw new LedgerFormatException($"A salt has {SaltLength} bytes, not {salt.Length}.");
        Span<byte> before = stackalloc byte[Domain.Length + SaltLength];
        Before(salt, before);
        var hash = new byte[Rfc6962.HashLength];
        ShortHash.Of(before, text, hash);
        return hash;
    }

    internal static void Add(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> text, HashBatch batch)
    {
        Span<byte> before = stackalloc byte[Domain.Length + SaltLength];
        Before(salt, before);
        batch.Add(before, text);
    }

    private static void Before(ReadOnlySpan<byte> salt, Span<byte> text)
    {
        Domain.CopyTo(text);
        salt.CopyTo(text[Domain.Length..]);
    }
}
