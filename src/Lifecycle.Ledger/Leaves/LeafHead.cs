using System.Buffers.Text;
using System.Text.Unicode;

namespace Lifecycle.Ledger;

/// <summary>What a leaf says of itself, read while making sure that it is the canonical JSON of a leaf and nothing else.</summary>
/// <param name="TakenIn">Whether the event came by another way than with its leaf.</param>
public sealed record LeafHead(long Position, Guid Stream, string Tenant, string Type, long Version, bool TakenIn, IReadOnlyList<LeafCommitment> Commitments)
{
    private const int UuidLength = 36;

    /// <exception cref="LedgerFormatException">Not a leaf; the message says at which byte.</exception>
    public static LeafHead Read(ReadOnlySpan<byte> leaf)
    {
        if (!Utf8.IsValid(leaf)) throw new LedgerFormatException("A leaf is not UTF-8.");
        scoped var reader = new CanonicalReader(leaf);
        Span<CommitmentReader.Part> path = stackalloc CommitmentReader.Part[CanonicalJson.MaxDepth];
        var commitments = new CommitmentReader(path);
        reader.Need("{"u8);
        Optional(ref reader, "\"causation\":"u8);
        Optional(ref reader, "\"correlation\":"u8);
        reader.Need("\"data\":"u8);
        commitments.Object(ref reader);
        reader.Need(","u8);
        Optional(ref reader, "\"dotnetType\":"u8);
        if (reader.Take("\"headers\":"u8)) Headers(ref reader, path);
        reader.Need("\"id\":"u8);
        Uuid(ref reader);
        reader.Need(",\"position\":"u8);
        var position = reader.Whole();
        reader.Need(",\"stream\":"u8);
        var stream = Guid.Parse(Uuid(ref reader));
        reader.Need(","u8);
        var takenIn = reader.Take("\"takenIn\":true,"u8);
        reader.Need("\"tenant\":"u8);
        var tenant = reader.Text();
        reader.Need(",\"timestamp\":"u8);
        Timestamp(ref reader);
        reader.Need(",\"type\":"u8);
        var type = reader.Text();
        reader.Need(",\"version\":"u8);
        var version = reader.Whole();
        reader.Need("}"u8);
        reader.End();
        return new(position, stream, tenant, type, version, takenIn, commitments.Found);
    }

    /// <summary>Whether a leaf says that it was taken in, at the cost of a look at its end. Of bytes that are no leaf, either.</summary>
    public static bool IsTakenIn(ReadOnlySpan<byte> leaf)
    {
        // Texts have no quotation mark that is not escaped, and after the position nothing is nested: what is found is the leaf's own.
        var end = leaf.LastIndexOf(",\"position\":"u8);
        return end >= 0 && leaf[end..].IndexOf(",\"takenIn\":true,"u8) >= 0;
    }

    private static void Headers(ref CanonicalReader reader, Span<CommitmentReader.Part> path)
    {
        var commitments = new CommitmentReader(path);
        commitments.Object(ref reader);
        if (commitments.Found.Count > 0) throw reader.Wrong("headers have no commitments");
        reader.Need(","u8);
    }

    private static void Optional(ref CanonicalReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.Take(name)) return;
        reader.String();
        reader.Need(","u8);
    }

    private static ReadOnlySpan<byte> Uuid(ref CanonicalReader reader)
    {
        var text = reader.String();
        return text.Length == UuidLength && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-'
            && Hex.Is(text[..8]) && Hex.Is(text[9..13]) && Hex.Is(text[14..18]) && Hex.Is(text[19..23]) && Hex.Is(text[24..])
            ? text
            : throw reader.Wrong("expected a uuid in lower case");
    }

    private static void Timestamp(ref CanonicalReader reader)
    {
        // The runtime reads seven decimals in UTC, so one is lent.
        var text = reader.String();
        Span<byte> round = stackalloc byte[28];
        if (text.Length != 27 || text[26] != 'Z') throw reader.Wrong("expected a time in UTC with six decimals");
        text.CopyTo(round);
        (round[26], round[27]) = ((byte)'0', (byte)'Z');
        if (!Utf8Parser.TryParse(round, out DateTime _, out var read, 'O') || read != round.Length)
            throw reader.Wrong("expected a time in UTC with six decimals");
    }
}
