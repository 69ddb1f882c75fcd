namespace Lifecycle.Ledger;

/// <summary>The leaves of a bundle, one after the other, each checked for itself; the tree takes their stated hashes.</summary>
internal sealed class LeafLines(Lines<LeafLine> lines, BundleManifest manifest, LeafChecks checks, Findings findings)
{
    private long last = -1;
    private (long First, long End) missing;

    /// <summary>Whether there is a leaf, and all so far stood in order.</summary>
    public bool Waiting { get; private set; }

    public bool InOrder { get; private set; } = true;

    public long Index { get; private set; } = -1;

    /// <summary>The one stated. The bytes belong to others once the next leaf was moved to.</summary>
    public ReadOnlyMemory<byte> Hash { get; private set; }

    public long Count { get; private set; }

    public void MoveNext() => Waiting = InOrder && Read() && InOrder;

    /// <summary>Checks what is left, and whether there were as many as there should be.</summary>
    public void Finish()
    {
        while (Read())
        {
        }

        ReportMissing(-1);
        if (Count < manifest.Leaves) findings.Add(manifest.Scope == BundleScope.Log && InOrder ? FindingKind.Truncated : FindingKind.Removed, $"The bundle should hold {manifest.Leaves} events and holds {Count}.", last + 1, field: BundleNames.Leaves);
        if (Count > manifest.Leaves) findings.Add(FindingKind.Inserted, $"The bundle should hold {manifest.Leaves} events and holds {Count}.", last, field: BundleNames.Leaves);
    }

    private bool Read()
    {
        if (!lines.Next(out var line)) return false;
        Count++;
        if (line.Index < 0) throw new LedgerFormatException($"Line {Count} of {BundleNames.Leaves} is not an index, a hash and a leaf.");
        Place(line.Index);
        (Index, Hash) = (line.Index, line.Stated);
        checks.Check(line);
        return true;
    }

    /// <summary>Names what the order of the indexes gives away.</summary>
    private void Place(long index)
    {
        ReportMissing(index);
        if (index >= manifest.Size) Broken(FindingKind.Inserted, $"Event {index} lies beyond the end of the log, which has {manifest.Size}.", index);
        else if (index == last) Broken(FindingKind.Inserted, $"Event {index} is there twice.", index);
        else if (index < last) Broken(FindingKind.Reordered, $"Event {index} stands after event {last}.", index);
        else if (manifest.Scope == BundleScope.Log && index > last + 1) (missing, InOrder) = ((last + 1, index), false);
        last = index;
    }

    private void ReportMissing(long next)
    {
        if (missing.End == 0) return;
        if (next >= missing.First && next < missing.End) Broken(FindingKind.Reordered, $"Event {next} stands after event {missing.End}.", next);
        else findings.Add(FindingKind.Removed, $"Events {missing.First} to {missing.End - 1} are missing.", missing.First);
        missing = default;
    }

    private void Broken(FindingKind kind, string sentence, long index)
    {
        InOrder = false;
        findings.Add(kind, sentence, index);
    }
}
