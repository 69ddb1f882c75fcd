using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Lifecycle.Ledger;

/// <summary>Reads RFC 8785 canonical JSON strictly forward and refuses every byte that canonical JSON would not have. The bytes must be UTF-8.</summary>
internal ref partial struct CanonicalReader(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> json = json;

    public int At { get; private set; }

    public readonly byte Next => At < json.Length ? json[At] : (byte)0;

    public bool Take(byte expected)
    {
        if (Next != expected || At == json.Length) return false;
        At++;
        return true;
    }

    public void Need(byte expected)
    {
        if (!Take(expected)) throw Wrong($"expected {(char)expected}");
    }

    // Taken into its callers, where what is expected is known, so that it is compared as a number or two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Need(scoped ReadOnlySpan<byte> expected)
    {
        if (!json[At..].StartsWith(expected)) Throw(expected);
        At += expected.Length;
    }

    /// <summary>Bytes that were read before.</summary>
    public readonly ReadOnlySpan<byte> Read(int start, int length) => json.Slice(start, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(scoped ReadOnlySpan<byte> expected)
    {
        if (!json[At..].StartsWith(expected)) return false;
        At += expected.Length;
        return true;
    }

    public readonly void End()
    {
        if (At != json.Length) throw Wrong("something follows the end");
    }

    /// <summary>A whole number that is not negative.</summary>
    public long Whole()
    {
        var digits = Digits();
        At += digits;
        return Ledger.Whole.TryParse(json.Slice(At - digits, digits), out var number) ? number : throw Wrong("expected a whole number");
    }

    /// <summary>Any number, true, false or null.</summary>
    public void Scalar()
    {
        // Nearly all numbers are small and whole, and so in canonical form.
        if (Digits() is > 0 and < 16 and var digits && json.Length > At + digits && json[At + digits] is (byte)',' or (byte)'}' or (byte)']' && (Next != '0' || digits == 1))
        {
            At += digits;
            return;
        }

        if (Take("true"u8) || Take("false"u8) || Take("null"u8)) return;
        var literal = Token();
        using var written = new PooledBuffer(32);
        if (literal.IsEmpty || !IsNumber(literal)) throw Wrong("expected a value");
        CanonicalNumber.Write(literal, written);
        if (!written.Written.SequenceEqual(literal)) throw Wrong("a number is not in canonical form");
    }

    /// <summary>Names of one object, in the order of RFC 8785.</summary>
    public readonly void InOrder(ReadOnlySpan<byte> earlier, ReadOnlySpan<byte> later)
    {
        var same = earlier.CommonPrefixLength(later);
        var escaped = earlier[..Math.Min(same + 1, earlier.Length)].Contains((byte)'\\') || later[..Math.Min(same + 1, later.Length)].Contains((byte)'\\');
        var order = escaped
            ? string.CompareOrdinal(Unescape(earlier), Unescape(later))
            : Utf16Order.Compare(earlier, later);
        if (order >= 0) throw Wrong(order == 0 ? "a name is there twice" : "names are not in order");
    }

    public readonly LedgerFormatException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Not canonical JSON at byte {At}: {what}."));

    /// <summary>How many digits come next.</summary>
    private readonly int Digits()
    {
        var end = At;
        while (end < json.Length && json[end] is >= (byte)'0' and <= (byte)'9') end++;
        return end - At;
    }

    private readonly void Throw(scoped ReadOnlySpan<byte> expected) => throw Wrong($"expected {Encoding.UTF8.GetString(expected)}");

    private ReadOnlySpan<byte> Token()
    {
        var length = json[At..].IndexOfAny(",]}"u8);
        var token = length < 0 ? json[At..] : json.Slice(At, length);
        if (token.Length > 32) throw Wrong("expected a number");
        At += token.Length;
        return token;
    }

    private static bool IsNumber(ReadOnlySpan<byte> literal)
    {
        var reader = new System.Text.Json.Utf8JsonReader(literal);
        try
        {
            return reader.Read() && reader.TokenType == System.Text.Json.JsonTokenType.Number && !reader.Read();
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
