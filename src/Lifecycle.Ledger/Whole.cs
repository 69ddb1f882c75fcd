using System.Globalization;

namespace Lifecycle.Ledger;

/// <summary>Sizes and indexes as text: decimal, no sign, no leading zero, at most 2^53 - 1.</summary>
internal static class Whole
{
    public const long Max = (1L << 53) - 1;

    public static bool TryParse(string digits, out long number) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= Max
        && number.ToString(CultureInfo.InvariantCulture) == digits;

    public static bool TryParse(ReadOnlySpan<byte> digits, out long number) =>
        System.Buffers.Text.Utf8Parser.TryParse(digits, out number, out var read) && read == digits.Length && number <= Max
        && digits[0] is >= (byte)'0' and <= (byte)'9' && (digits[0] != '0' || digits.Length == 1);

    public static long Parse(string digits) =>
        TryParse(digits, out var number) ? number : throw new LedgerFormatException("A size or index is not a plain decimal number.");
}
