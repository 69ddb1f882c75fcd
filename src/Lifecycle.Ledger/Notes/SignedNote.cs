using System.Text;

namespace Lifecycle.Ledger;

/// <summary>A C2SP signed note: a text and who signed it. Believe the text only after <see cref="Check"/>.</summary>
/// <param name="Text">With its final newline.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Larger notes are refused unread.</summary>
    public const int MaxLength = 1 << 20;

    private const int MaxSignatures = 64;

    /// <exception cref="LedgerFormatException">Not a signed note.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength) throw new LedgerFormatException("The note is larger than any checkpoint.");
        var note = StrictUtf8.Text(bytes);
        if (note.Any(c => c < ' ' && c != '\n')) throw new LedgerFormatException("The note has control characters.");
        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !note.EndsWith('\n')) throw new LedgerFormatException("The note has no blank line before its signatures, or does not end with a newline.");
        var lines = note[(blank + 2)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MaxSignatures) throw new LedgerFormatException($"The note has {lines.Length} signatures.");
        return new(note[..(blank + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    public byte[] ToBytes() => StrictUtf8.Bytes($"{Text}\n{string.Concat(Signatures)}");

    /// <summary>Which of the keys signed, and which lines say that they did and lie. Lines of other keys are kept, and prove nothing.</summary>
    public NoteCheck Check(IEnumerable<VerifierKey> keys)
    {
        var (good, bad, known) = (new List<VerifierKey>(), new List<VerifierKey>(), keys.ToList());
        var text = Encoding.UTF8.GetBytes(Text);
        var others = new List<NoteSignature>();
        foreach (var signature in Signatures)
        {
            var key = known.Find(key => key.Name == signature.Name && key.Id == signature.KeyId);
            if (key is null || !key.CanVerify) others.Add(signature);
            else (key.Verify(text, signature.Bytes.Span) ? good : bad).Add(key);
        }

        return new(good, bad, others);
    }
}

/// <summary>What a note's signatures are worth.</summary>
/// <param name="Good">Keys that signed the text.</param>
/// <param name="Bad">Keys whose signature is not of this text. One of them condemns the note.</param>
/// <param name="Unchecked">Lines of keys that are not known, or of algorithms that are not checked here.</param>
public sealed record NoteCheck(IReadOnlyList<VerifierKey> Good, IReadOnlyList<VerifierKey> Bad, IReadOnlyList<NoteSignature> Unchecked);
