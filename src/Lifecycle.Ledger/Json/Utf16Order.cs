namespace Lifecycle.Ledger;

/// <summary>RFC 8785 sorts names by UTF-16 code units. That is the order of UTF-8 bytes, but for characters beyond U+FFFF, which come before U+E000.</summary>
internal static class Utf16Order
{
    public static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var same = one.CommonPrefixLength(other);
        if (same == one.Length || same == other.Length) return one.Length - other.Length;
        var (a, b) = (one[same], other[same]);
        var surrogates = (a >= 0xF0) != (b >= 0xF0) && Math.Min(a, b) >= 0xEE;
        return surrogates ? b - a : a - b;
    }
}
