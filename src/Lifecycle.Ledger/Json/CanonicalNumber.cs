using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Lifecycle.Ledger;

/// <summary>RFC 8785 section 3.2.2.3: a number is written as ECMAScript writes the double that it is.</summary>
internal static class CanonicalNumber
{
    public static void Write(ReadOnlySpan<byte> literal, PooledBuffer output)
    {
        if (IsSmallInteger(literal))
        {
            output.Add(literal);
            return;
        }

        // A number too large to hold is read as infinity, or refused, by the runtime's version.
        var held = Utf8Parser.TryParse(literal, out double value, out var read) && read == literal.Length && double.IsFinite(value);
        var text = held ? Text(value) : "";
        if (!held || Significant(Encoding.ASCII.GetString(literal)) != Significant(text))
            throw new LedgerFormatException($"The number {Shown(literal)} would be rounded: it is not one that a double can hold.");
        output.Add(text.AsSpan());
    }

    /// <summary>ECMAScript's Number::toString(value, 10).</summary>
    public static string Text(double value)
    {
        if (value == 0) return "0";
        var (digits, scale) = Significant(value.ToString("R", CultureInfo.InvariantCulture));
        var sign = value < 0 ? "-" : "";
        digits = digits.TrimStart('-');
        var point = scale + digits.Length;
        if (digits.Length <= point && point <= 21) return sign + digits + new string('0', point - digits.Length);
        if (point is > 0 and <= 21) return $"{sign}{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0) return $"{sign}0.{new string('0', -point)}{digits}";
        var exponent = (point - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return digits.Length == 1 ? $"{sign}{digits}e{exponent}" : $"{sign}{digits[0]}.{digits[1..]}e{exponent}";
    }

    /// <summary>The value of a literal as signed digits without zeros at either end, times ten to the scale.</summary>
    private static (string Digits, int Scale) Significant(string literal)
    {
        var mantissa = literal.Split('e', 'E');
        var parts = mantissa[0].TrimStart('-').Split('.');
        var fraction = parts.Length > 1 ? parts[1] : "";
        var scale = (mantissa.Length > 1 ? Exponent(mantissa[1]) : 0) - fraction.Length;
        var whole = (parts[0] + fraction).TrimStart('0');
        var digits = whole.TrimEnd('0');
        if (digits.Length == 0) return ("0", 0);
        return ((literal[0] == '-' ? "-" : "") + digits, scale + whole.Length - digits.Length);
    }

    private static int Exponent(string digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs(exponent) < 10_000
            ? exponent
            : throw new LedgerFormatException("A number has an exponent that no double has.");

    private static bool IsSmallInteger(ReadOnlySpan<byte> literal)
    {
        var digits = literal[0] == '-' ? literal[1..] : literal;
        return digits.Length <= 15 && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && !literal.SequenceEqual("-0"u8);
    }

    private static string Shown(ReadOnlySpan<byte> literal) => Encoding.ASCII.GetString(literal[..Math.Min(literal.Length, 40)]);
}
