namespace Lifecycle.Ledger;

/// <summary>What the person who verifies already holds, from somewhere else than the bundle. Without it a bundle proves only that it agrees with itself.</summary>
/// <param name="Keys">Verifier keys of the log.</param>
/// <param name="Checkpoints">Checkpoints kept from earlier days.</param>
/// <param name="Receipts">Receipts kept from earlier days.</param>
public sealed record Trust(IReadOnlyList<VerifierKey> Keys, IReadOnlyList<SignedNote> Checkpoints, IReadOnlyList<Receipt> Receipts)
{
    public static Trust None { get; } = new([], [], []);
}

/// <summary>What was verified, how many of each, and what was found.</summary>
/// <param name="Request">What the bundle answers: a JSON object.</param>
/// <param name="Signers">Keys whose signature under the checkpoint holds.</param>
/// <param name="NotChecked">Signature lines of keys that are not known, or of algorithms that are not checked here.</param>
/// <param name="Counts">How many findings of each kind there are; <paramref name="Findings"/> lists at most twenty of each.</param>
public sealed record BundleReport(
    Checkpoint? Checkpoint,
    string? Request,
    IReadOnlyList<VerifierKey> Signers,
    IReadOnlyList<NoteSignature> NotChecked,
    long Leaves,
    long Openings,
    long EarlierCheckpoints,
    long EvidenceFiles,
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<FindingKind, long> Counts)
{
    public bool IsGood => !Findings.Any(finding => finding.Condemns);
}
