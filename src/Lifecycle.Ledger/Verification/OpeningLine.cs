using System.Text;
using System.Text.Unicode;

namespace Lifecycle.Ledger;

/// <summary>A line of openings.jsonl, read strictly.</summary>
/// <param name="Commitment">Of its text with its salt; empty where they were erased.</param>
internal sealed record OpeningLine(long Index, string Pointer, byte[] Commitment, long? ErasedBy)
{
    /// <exception cref="LedgerFormatException">Not in the one form that such a line has.</exception>
    public static OpeningLine Parse(ReadOnlyMemory<byte> bytes)
    {
        var line = bytes.Span;
        if (!Utf8.IsValid(line)) throw new LedgerFormatException("A line of openings is not UTF-8.");
        var reader = new CanonicalReader(line);
        reader.Need("{"u8);
        long? by = null;
        if (reader.Take("\"erased\":"u8))
        {
            by = reader.Whole();
            reader.Need(","u8);
        }

        reader.Need("\"index\":"u8);
        var index = reader.Whole();
        reader.Need(",\"pointer\":"u8);
        var pointer = reader.Text();
        var commitment = by is null ? Opened(ref reader) : [];
        reader.Need("}"u8);
        reader.End();
        return new(index, pointer, commitment, by);
    }

    private static byte[] Opened(ref CanonicalReader reader)
    {
        reader.Need(",\"salt\":"u8);
        if (!Hex.TryRead(reader.String(), out var salt)) throw reader.Wrong("a salt is not 64 lower-case hexadecimal digits");
        reader.Need(",\"value\":"u8);
        var text = reader.String();
        return Ledger.Commitment.Of(salt, text.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(CanonicalReader.Unescape(text)) : text);
    }
}
