using System.Globalization;

namespace Lifecycle.Ledger;

/// <summary>A C2SP tlog-checkpoint without extension lines: so many leaves, under this root, in the log of this name.</summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Base64.Write(Root)}\n");

    /// <exception cref="LedgerFormatException">Not a checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != 4 || lines[3].Length > 0 || lines[0].Length == 0)
            throw new LedgerFormatException("A checkpoint has three lines: origin, size, root.");
        var checkpoint = new Checkpoint(lines[0], Whole.Parse(lines[1]), Base64.ReadHash(lines[2]));
        return checkpoint.Size > 0 || checkpoint.Root.AsSpan().SequenceEqual(Rfc6962.EmptyRoot())
            ? checkpoint
            : throw new LedgerFormatException("The checkpoint of an empty log has a root that is not the empty tree's.");
    }

    public bool Equals(Checkpoint? other) => other is not null && other.ToText() == ToText();

    public override int GetHashCode() => HashCode.Combine(Origin, Size);
}
