using System.Text;
using System.Text.Unicode;

namespace Lifecycle.Ledger;

/// <summary>A line of openings.jsonl.</summary>
/// <param name="Commitment">Of its text with its salt; empty where they were erased.</param>
internal readonly record struct OpeningLine(long Index, string Pointer, ReadOnlyMemory<byte> Commitment, long? ErasedBy);

/// <summary>Reads lines of openings.jsonl strictly; the commitments of a block are made together.</summary>
internal sealed class OpeningReader : ILineReader<OpeningLine>
{
    private readonly HashBatch commitments = new();

    /// <exception cref="LedgerFormatException">Not in the one form that such a line has.</exception>
    public OpeningLine Read(ReadOnlyMemory<byte> bytes)
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
        if (by is null) Opened(ref reader);
        reader.Need("}"u8);
        reader.End();
        return new(index, pointer, default, by);
    }

    public void Finish(Span<OpeningLine> lines)
    {
        var rest = commitments.Hash();
        foreach (ref var line in lines)
        {
            if (line.ErasedBy is not null) continue;
            line = line with { Commitment = rest[..Rfc6962.HashLength] };
            rest = rest[Rfc6962.HashLength..];
        }

        commitments.Clear();
    }

    private void Opened(ref CanonicalReader reader)
    {
        reader.Need(",\"salt\":"u8);
        Span<byte> salt = stackalloc byte[Commitment.SaltLength];
        if (!Hex.TryRead(reader.String(), salt)) throw reader.Wrong("a salt is not 64 lower-case hexadecimal digits");
        reader.Need(",\"value\":"u8);
        var text = reader.String();
        Commitment.Add(salt, text.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(CanonicalReader.Unescape(text)) : text, commitments);
    }
}
