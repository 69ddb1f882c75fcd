using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Lifecycle.Ledger;

internal ref partial struct CanonicalReader
{
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>A string; what stands between its quotation marks, still escaped.</summary>
    public ReadOnlySpan<byte> String()
    {
        Need((byte)'"');
        var start = At;
        while (true)
        {
            Skip();
            if (Take((byte)'"')) return json[start..(At - 1)];
            Escape();
        }
    }

    public string Text()
    {
        var text = String();
        return text.Contains((byte)'\\') ? Unescape(text) : RepeatedText.Of(text);
    }

    public static string Unescape(ReadOnlySpan<byte> text) => text.Contains((byte)'\\')
        ? System.Text.Json.JsonSerializer.Deserialize<string>([(byte)'"', .. text, (byte)'"'])!
        : Encoding.UTF8.GetString(text);

    /// <summary>Goes to the next byte of a string that is not itself. Most strings are short, and the library has more to set up.</summary>
    private void Skip()
    {
        for (; json.Length - At >= Vector256<byte>.Count; At += Vector256<byte>.Count)
        {
            var some = Vector256.Create(json.Slice(At, Vector256<byte>.Count));
            var special = Vector256.LessThan(some, Vector256.Create((byte)' ')) | Vector256.Equals(some, Vector256.Create((byte)'"')) | Vector256.Equals(some, Vector256.Create((byte)'\\'));
            if (special == Vector256<byte>.Zero) continue;
            At += BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
            return;
        }

        var skip = json[At..].IndexOfAny(Special);
        At += skip >= 0 ? skip : throw Wrong("a string does not end");
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
