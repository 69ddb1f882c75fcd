using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Lifecycle.Ledger;

/// <summary>RFC 8785 section 3.2.2.2: only quotation mark, backslash and control characters are escaped, in the shortest way.</summary>
internal static class CanonicalString
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>Writes the string or name that the reader stands on; a name is also kept as it reads, for sorting.</summary>
    public static void Write(ref Utf8JsonReader reader, PooledBuffer output, PooledBuffer? plain = null)
    {
        if (!reader.ValueIsEscaped)
        {
            if (!Utf8.IsValid(reader.ValueSpan)) throw new LedgerFormatException("A string is not UTF-8.");
            output.Add((byte)'"');
            output.Add(reader.ValueSpan);
            output.Add((byte)'"');
            plain?.Add(reader.ValueSpan);
            return;
        }

        var room = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        var text = room.AsSpan(0, reader.CopyString(room));
        Write(text, output);
        plain?.Add(text);
        ArrayPool<byte>.Shared.Return(room);
    }

    public static void Write(ReadOnlySpan<byte> text, PooledBuffer output)
    {
        output.Add((byte)'"');
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            output.Add(text[..at]);
            Escape(text[at], output);
            text = text[(at + 1)..];
        }

        output.Add(text);
        output.Add((byte)'"');
    }

    private static void Escape(byte value, PooledBuffer output)
    {
        output.Add((byte)'\\');
        switch (value)
        {
            case (byte)'"' or (byte)'\\': output.Add(value); break;
            case (byte)'\b': output.Add((byte)'b'); break;
            case (byte)'\t': output.Add((byte)'t'); break;
            case (byte)'\n': output.Add((byte)'n'); break;
            case (byte)'\f': output.Add((byte)'f'); break;
            case (byte)'\r': output.Add((byte)'r'); break;
            default:
                output.Add("u00"u8);
                output.Add(Convert.ToHexStringLower([value]).AsSpan());
                break;
        }
    }
}
