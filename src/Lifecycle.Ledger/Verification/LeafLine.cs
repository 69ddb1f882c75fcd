namespace Lifecycle.Ledger;

/// <summary>A line of leaves.jsonl and all that can be said of it without the others.</summary>
/// <param name="Index">Less than zero where the line has not even the form of one.</param>
/// <param name="Stated">The leaf's hash according to the line.</param>
/// <param name="IsHashed">Whether that is its hash.</param>
/// <param name="Head">Null where the leaf is not one of this format; <paramref name="Wrong"/> says why.</param>
/// <param name="Evidence">The digest of the file that the leaf names.</param>
internal readonly record struct LeafLine(long Index, ReadOnlyMemory<byte> Leaf, ReadOnlyMemory<byte> Stated, bool IsHashed, LeafHead? Head, string? Wrong, string? Evidence);

/// <summary>Reads lines of leaves.jsonl; the leaves of a block are hashed together.</summary>
internal sealed class LeafReader : ILineReader<LeafLine>
{
    private readonly HashBatch computed = new();
    private byte[] stated = new byte[1 << 13];

    public LeafLine Read(ReadOnlyMemory<byte> bytes)
    {
        var number = computed.Count;
        var line = bytes.Span;
        var digits = line.IndexOf((byte)' ');
        if (digits < 0 || line.Length < digits + 66 || line[digits + 65] != ' ' || !Whole.TryParse(line[..digits], out var index) || !Hex.TryRead(line.Slice(digits + 1, 64), StatedHash(number)))
        {
            computed.Add([], []);
            return new(-1, default, default, false, null, null, null);
        }

        var leaf = bytes[(digits + 66)..];
        Rfc6962.AddLeaf(leaf.Span, computed);
        try
        {
            var head = LeafHead.Read(leaf.Span);
            return new(index, leaf, default, false, head, null, EvidenceLine.Digest(head, leaf.Span));
        }
        catch (LedgerFormatException wrong)
        {
            return new(index, leaf, default, false, null, wrong.Message, null);
        }
    }

    public void Finish(Span<LeafLine> lines)
    {
        var hashes = computed.Hash().Span;
        for (var number = 0; number < lines.Length; number++)
        {
            var mine = stated.AsMemory(number * Rfc6962.HashLength, Rfc6962.HashLength);
            lines[number] = lines[number] with { Stated = mine, IsHashed = hashes.Slice(number * Rfc6962.HashLength, Rfc6962.HashLength).SequenceEqual(mine.Span) };
        }

        computed.Clear();
    }

    private Span<byte> StatedHash(int number)
    {
        if (stated.Length < (number + 1) * Rfc6962.HashLength) Array.Resize(ref stated, stated.Length * 2);
        return stated.AsSpan(number * Rfc6962.HashLength, Rfc6962.HashLength);
    }
}
