namespace Lifecycle.Ledger;

/// <summary>A line of leaves.jsonl and all that can be said of it without the others.</summary>
/// <param name="Index">Less than zero where the line has not even the form of one.</param>
/// <param name="Stated">The leaf's hash according to the line.</param>
/// <param name="IsHashed">Whether that is its hash.</param>
/// <param name="Head">Null where the leaf is not one of this format; <paramref name="Wrong"/> says why.</param>
/// <param name="Evidence">The digest of the file that the leaf names.</param>
internal sealed record LeafLine(long Index, ReadOnlyMemory<byte> Leaf, byte[] Stated, bool IsHashed, LeafHead? Head, string? Wrong, string? Evidence)
{
    public static LeafLine Read(ReadOnlyMemory<byte> bytes)
    {
        var line = bytes.Span;
        var digits = line.IndexOf((byte)' ');
        if (digits < 0 || line.Length < digits + 66 || line[digits + 65] != ' ' || !Whole.TryParse(line[..digits], out var index) || !Hex.TryRead(line.Slice(digits + 1, 64), out var stated))
            return new(-1, default, [], false, null, null, null);
        var leaf = bytes[(digits + 66)..];
        Span<byte> computed = stackalloc byte[Rfc6962.HashLength];
        Rfc6962.LeafHash(leaf.Span, computed);
        var isHashed = computed.SequenceEqual(stated);
        try
        {
            var head = LeafHead.Read(leaf.Span);
            return new(index, leaf, stated, isHashed, head, null, EvidenceLine.Digest(head, leaf.Span));
        }
        catch (LedgerFormatException wrong)
        {
            return new(index, leaf, stated, isHashed, null, wrong.Message, null);
        }
    }
}
