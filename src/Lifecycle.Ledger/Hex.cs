using System.Buffers;

namespace Lifecycle.Ledger;

/// <summary>32 bytes as 64 lower-case hexadecimal digits, and nothing else.</summary>
internal static class Hex
{
    private static readonly SearchValues<byte> Bytes = SearchValues.Create("0123456789abcdef"u8);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether there is nothing but such digits.</summary>
    public static bool Is(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(Bytes);

    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> hash) =>
        text.Length == 64 && Is(text) && Convert.FromHexString(text, hash, out _, out _) == OperationStatus.Done;

    public static bool TryRead(string text, out byte[] hash)
    {
        hash = text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Digits) ? Convert.FromHexString(text) : [];
        return hash.Length > 0;
    }
}
