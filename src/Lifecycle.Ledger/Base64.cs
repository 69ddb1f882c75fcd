namespace Lifecycle.Ledger;

/// <summary>RFC 4648 section 4, in the one form that a reader would write: padded, no spaces, no bits that mean nothing.</summary>
internal static class Base64
{
    public static string Write(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes);

    public static byte[] Read(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && Write(bytes.AsSpan(0, length)) == text
            ? bytes[..length]
            : throw new LedgerFormatException("A value is not base64 in its one form.");
    }

    /// <summary>A hash: 32 bytes.</summary>
    public static byte[] ReadHash(string text)
    {
        var hash = Read(text);
        return hash.Length == Rfc6962.HashLength ? hash : throw new LedgerFormatException($"A hash has {Rfc6962.HashLength} bytes, not {hash.Length}.");
    }
}
