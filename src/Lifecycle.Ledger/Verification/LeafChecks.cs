namespace Lifecycle.Ledger;

/// <summary>All that is asked of one bundled leaf.</summary>
internal sealed class LeafChecks(PositionOrder positions, StreamVersions? versions, OpeningCheck openings, EvidenceCheck evidence, KeptReceipts receipts, Findings findings, IProgress<long>? progress)
{
    private const int Step = 4096;

    private long count;

    public void Check(LeafLine line)
    {
        if (++count % Step == 0) progress?.Report(count);
        if (line.Head is not { } head)
        {
            findings.Add(line.IsHashed ? FindingKind.Malformed : FindingKind.Altered, $"Event {line.Index} is not a leaf of this format. {line.Wrong}", line.Index);
            openings.Skip(line.Index);
            return;
        }

        if (!line.IsHashed) findings.Add(FindingKind.Altered, $"Event {line.Index} (position {head.Position}) is not the one that was hashed.", line.Index, head.Position);
        receipts.Check(line.Index, head, line.Leaf.Span);
        positions.Check(line.Index, head);
        versions?.Check(line.Index, head);
        openings.Check(line.Index, head, line.Leaf.Span);
        if (line.Evidence is { } sha256) evidence.Check(line.Index, head, sha256);
    }
}
