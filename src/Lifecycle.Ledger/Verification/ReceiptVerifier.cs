namespace Lifecycle.Ledger;

/// <summary>What a receipt proves.</summary>
public sealed record ReceiptReport(Checkpoint? Checkpoint, LeafHead? Leaf, IReadOnlyList<VerifierKey> Signers, IReadOnlyList<NoteSignature> NotChecked, IReadOnlyList<Finding> Findings)
{
    public bool IsGood => !Findings.Any(finding => finding.Condemns);
}

/// <summary>Verifies a receipt with nothing but a key.</summary>
public static class ReceiptVerifier
{
    /// <param name="keys">Verifier keys of the log and of witnesses, from somebody trusted: a receipt carries none.</param>
    public static ReceiptReport Verify(ReadOnlySpan<byte> bytes, IReadOnlyList<VerifierKey> keys)
    {
        var findings = new Findings();
        try
        {
            var receipt = Receipt.Parse(bytes);
            var checkpoint = Checkpoint.Parse(receipt.Note.Text);
            var leaf = LeafHead.Read(receipt.Leaf.Span);
            var check = receipt.Note.Check(keys);
            if (check.Bad.Count > 0)
                findings.Add(FindingKind.Forged, $"The signature of {check.Bad[0].Name} is not of this checkpoint.");
            if (keys.Count == 0)
                findings.Add(FindingKind.Unproven, "A receipt carries no key. Give the log's verifier key.");
            else if (!check.Good.Any(key => key.Name == checkpoint.Origin))
                findings.Add(FindingKind.ReSigned, $"None of the keys that you trust signed the checkpoint of {checkpoint.Origin}.");
            if (!receipt.Holds())
                findings.Add(FindingKind.Forged, $"The proof does not lead from event {receipt.Index} to the root that was signed.", receipt.Index, leaf.Position);
            return new(checkpoint, leaf, check.Good, check.Unchecked, findings.All);
        }
        catch (LedgerFormatException wrong)
        {
            findings.Add(FindingKind.Malformed, wrong.Message);
            return new(null, null, [], [], findings.All);
        }
    }
}
