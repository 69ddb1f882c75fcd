using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lifecycle.Ledger;

/// <summary>Reads RFC 8785 canonical JSON strictly forward and refuses every byte that canonical JSON would not have. The bytes must be UTF-8.</summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> json = json;

    public int At { get; private set; }

    public readonly byte Next => At < json.Length ? json[At] : (byte)0;

    public bool Take(byte expected)
    {
        if (Next != expected || At == json.Length) return false;
        At++;
        return true;
    }

    public void Need(scoped ReadOnlySpan<byte> expected)
    {
        if (!json[At..].StartsWith(expected)) throw Wrong($"expected {Encoding.UTF8.GetString(expected)}");
        At += expected.Length;
    }

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

    /// <summary>A string; what stands between its quotation marks, still escaped.</summary>
    public ReadOnlySpan<byte> String()
    {
        Need("\""u8);
        var start = At;
        while (true)
        {
            var skip = json[At..].IndexOfAny(Special);
            if (skip < 0) throw Wrong("a string does not end");
            At += skip;
            if (Take((byte)'"')) return json[start..(At - 1)];
            Escape();
        }
    }

    public string Text() => Unescape(String());

    /// <summary>A whole number that is not negative.</summary>
    public long Whole()
    {
        var digits = Token();
        return Ledger.Whole.TryParse(digits, out var number) ? number : throw Wrong("expected a whole number");
    }

    /// <summary>Any number, true, false or null.</summary>
    public void Scalar()
    {
        if (Take("true"u8) || Take("false"u8) || Take("null"u8)) return;
        var literal = Token();
        if (Ledger.Whole.TryParse(literal, out _)) return;
        using var written = new PooledBuffer(32);
        if (literal.IsEmpty || !IsNumber(literal)) throw Wrong("expected a value");
        CanonicalNumber.Write(literal, written);
        if (!written.Written.SequenceEqual(literal)) throw Wrong("a number is not in canonical form");
    }

    public static string Unescape(ReadOnlySpan<byte> text) => text.Contains((byte)'\\')
        ? System.Text.Json.JsonSerializer.Deserialize<string>([(byte)'"', .. text, (byte)'"'])!
        : Encoding.UTF8.GetString(text);

    /// <summary>Names of one object, in the order of RFC 8785.</summary>
    public readonly void InOrder(ReadOnlySpan<byte> earlier, ReadOnlySpan<byte> later)
    {
        var plain = earlier.Contains((byte)'\\') || later.Contains((byte)'\\');
        var order = plain
            ? string.CompareOrdinal(Unescape(earlier), Unescape(later))
            : Utf16Order.Compare(earlier, later);
        if (order >= 0) throw Wrong(order == 0 ? "a name is there twice" : "names are not in order");
    }

    public readonly LedgerFormatException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Not canonical JSON at byte {At}: {what}."));

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

    private void Escape()
    {
        if (!Take((byte)'\\')) throw Wrong("a control character is not escaped");
        var kind = Next;
        At++;
        if ("\"\\bfnrt"u8.Contains(kind)) return;
        if (kind != 'u' || json.Length < At + 4) throw Wrong("an escape that canonical JSON does not use");
        var digits = json.Slice(At, 4);
        var control = digits.StartsWith("00"u8) && digits[2] is (byte)'0' or (byte)'1' && "0123456789abcdef"u8.Contains(digits[3]);
        if (!control || (digits[2] == '0' && "89acd"u8.Contains(digits[3]))) throw Wrong("an escape that canonical JSON does not use");
        At += 4;
    }
}
