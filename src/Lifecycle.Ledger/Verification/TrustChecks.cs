namespace Lifecycle.Ledger;

/// <summary>Holds the bundle against what the verifying person already had.</summary>
internal sealed class TrustChecks(Trust trust, Checkpoint main, NoteCheck signatures, BundleKeys keys, Findings findings)
{
    /// <param name="rootAt">The bundle's root of an earlier size, where it has one.</param>
    public void Check(Func<long, byte[]?> rootAt)
    {
        if (trust is { Keys.Count: 0, Checkpoints.Count: 0, Receipts.Count: 0 })
            findings.Add(FindingKind.Untrusted, $"You gave no key and no checkpoint of your own, so this proves only that the bundle agrees with itself. Compare the log's key with one from somebody you trust: {string.Join(", ", signatures.Good.Where(keys.Log.Contains))}");
        if (trust.Keys.Count > 0 && !signatures.Good.Any(trust.Keys.Contains))
            findings.Add(FindingKind.ReSigned, $"The checkpoint is not signed by the key that you trust, but by {string.Join(", ", signatures.Good)}.", field: BundleNames.Checkpoint);
        foreach (var kept in trust.Checkpoints) Kept(kept, "checkpoint", rootAt);
        foreach (var receipt in trust.Receipts)
        {
            if (!receipt.Holds()) findings.Add(FindingKind.Forged, $"Your receipt for event {receipt.Index} does not prove its leaf.", receipt.Index);
            Kept(receipt.Note, "receipt", rootAt);
        }
    }

    private void Kept(SignedNote note, string what, Func<long, byte[]?> rootAt)
    {
        var kept = Checkpoint.Parse(note.Text);
        var check = note.Check([.. trust.Keys, .. keys.Log]);
        if (check.Bad.Count > 0) findings.Add(FindingKind.Forged, $"The signature under your {what} of {kept.Size} events is not of it.");
        else if (check.Good.Count == 0) findings.Add(FindingKind.ReSigned, $"Your {what} of {kept.Size} events was signed by a key that this bundle does not know: {string.Join(", ", note.Signatures.Select(line => line.Name))}.");
        if (kept.Origin != main.Origin)
            findings.Add(FindingKind.Forged, $"Your {what} is of another log, {kept.Origin}.");
        else if (kept.Size > main.Size)
            findings.Add(FindingKind.Truncated, $"Your {what} is of {kept.Size} events; this bundle's log has {main.Size}. It was cut or rolled back, or the bundle is older than your {what}.", main.Size);
        else
            Compare(kept, what, rootAt(kept.Size));
    }

    private void Compare(Checkpoint kept, string what, byte[]? root)
    {
        if (root is null)
            findings.Add(FindingKind.Unproven, $"The bundle has no checkpoint of {kept.Size} events to hold against your {what}. Ask for one that includes it.", kept.Size);
        else if (!root.AsSpan().SequenceEqual(kept.Root))
            findings.Add(FindingKind.Forked, $"At {kept.Size} events your {what} and this bundle show different histories.", kept.Size);
    }
}
