namespace Lifecycle.Ledger;

/// <summary>The signed notes of a bundle: the checkpoint, the earlier ones, and what the verifying person kept.</summary>
internal sealed class CheckpointChecks(BundleKeys keys, IReadOnlyList<VerifierKey> trusted, Findings findings)
{
    /// <summary>The bundle's checkpoint.</summary>
    public (Checkpoint Checkpoint, NoteCheck Signatures) Main(byte[] bytes, BundleManifest manifest)
    {
        var (checkpoint, check) = Signed(bytes, BundleNames.Checkpoint);
        if (checkpoint.Origin != manifest.Origin || checkpoint.Size != manifest.Size)
            findings.Add(FindingKind.Altered, "The manifest and the checkpoint speak of different logs or sizes.", field: BundleNames.Manifest);
        return (checkpoint, check);
    }

    /// <summary>An earlier one, and whether the log only grew from it.</summary>
    public Checkpoint Earlier(byte[] bytes, byte[] proof, long size, Checkpoint main)
    {
        var name = $"{BundleNames.Checkpoints}{size}";
        var (earlier, _) = Signed(bytes, name);
        if (earlier.Origin != main.Origin || earlier.Size != size || size >= main.Size || proof.Length % Rfc6962.HashLength != 0)
            findings.Add(FindingKind.Forged, $"{name} is not an earlier checkpoint of this log.", field: name);
        else if (!Proofs.Continues(size, earlier.Root, main.Size, main.Root, [.. proof.Chunk(Rfc6962.HashLength)]))
            findings.Add(FindingKind.Forked, $"The log did not just grow from {size} to {main.Size} events: its earlier checkpoint is of another history.", size, field: name);
        return earlier;
    }

    private (Checkpoint Checkpoint, NoteCheck Signatures) Signed(byte[] bytes, string name)
    {
        var note = SignedNote.Parse(bytes);
        var checkpoint = Checkpoint.Parse(note.Text);
        var check = note.Check([.. keys.Log, .. keys.Witnesses, .. trusted]);
        if (check.Bad.Count > 0)
            findings.Add(FindingKind.Forged, $"The signature of {check.Bad[0].Name} under {name} is not of this checkpoint.", field: name);
        if (!check.Good.Any(key => keys.Log.Contains(key) && key.Name == checkpoint.Origin))
            findings.Add(FindingKind.Forged, $"No key of the log signed {name}.", field: name);
        return (checkpoint, check);
    }
}
