using System.Globalization;
using System.Text;

namespace Lifecycle.Ledger;

/// <summary>A C2SP tlog-proof for one leaf, which it carries as its extra data so that a stranger can hash it.</summary>
/// <param name="Proof">From the leaf's sibling up.</param>
/// <param name="Note">The signed checkpoint, as issued.</param>
public sealed record Receipt(long Index, ReadOnlyMemory<byte> Leaf, IReadOnlyList<byte[]> Proof, SignedNote Note)
{
    /// <summary>Larger receipts are refused unread.</summary>
    public const int MaxLength = 32 << 20;

    private const string FirstLine = "c2sp.org/tlog-proof@v1";

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(FirstLine).Append('\n');
        text.Append("extra ").Append(Base64.Write(Leaf.Span)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Proof) text.Append(Base64.Write(hash)).Append('\n');
        return [.. Encoding.UTF8.GetBytes(text.Append('\n').ToString()), .. Note.ToBytes()];
    }

    /// <exception cref="LedgerFormatException">Not a receipt.</exception>
    public static Receipt Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength) throw new LedgerFormatException("The receipt is larger than any receipt.");
        var blank = bytes.IndexOf("\n\n"u8);
        if (blank < 0) throw new LedgerFormatException("The receipt has no blank line before its checkpoint.");
        var lines = StrictUtf8.Text(bytes[..blank]).Split('\n');
        if (lines[0] != FirstLine) throw new LedgerFormatException($"The receipt does not begin with {FirstLine}.");
        if (lines.Length < 3) throw new LedgerFormatException("The receipt has no line for its leaf or its index.");
        if (lines.Length > 3 + 63) throw new LedgerFormatException("The receipt has more hashes than any tree is high.");
        return new(
            Whole.Parse(After("index ", lines[2])),
            Base64.Read(After("extra ", lines[1])),
            [.. lines[3..].Select(Base64.ReadHash)],
            SignedNote.Parse(bytes[(blank + 2)..]));
    }

    /// <summary>Whether the leaf is in the tree of the checkpoint. Who signed that is another question.</summary>
    public bool Holds()
    {
        var checkpoint = Checkpoint.Parse(Note.Text);
        return Proofs.Includes(checkpoint.Root, checkpoint.Size, Index, Rfc6962.LeafHash(Leaf.Span), Proof);
    }

    private static string After(string word, string line) => line.StartsWith(word, StringComparison.Ordinal)
        ? line[word.Length..]
        : throw new LedgerFormatException($"The receipt has no line '{word.Trim()}' in its place.");
}
