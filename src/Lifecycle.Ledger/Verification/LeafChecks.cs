namespace Lifecycle.Ledger;

/// <summary>All that is asked of one bundled leaf.</summary>
internal sealed class LeafChecks(PositionOrder positions, StreamVersions? versions, OpeningCheck openings, EvidenceCheck evidence, KeptReceipts receipts, Findings findings, IProgress<long>? progress)
{
    private const int Step = 4096;

    private long count;

    /// <param name="computed">Room for a hash.</param>
    public void Check(long index, ReadOnlySpan<byte> leaf, ReadOnlySpan<byte> stated, Span<byte> computed)
    {
        if (++count % Step == 0) progress?.Report(count);
        Rfc6962.LeafHash(leaf, computed);
        var same = computed.SequenceEqual(stated);
        LeafHead head;
        try
        {
            head = LeafHead.Read(leaf);
        }
        catch (LedgerFormatException wrong)
        {
            findings.Add(same ? FindingKind.Malformed : FindingKind.Altered, $"Event {index} is not a leaf of this format. {wrong.Message}", index);
            openings.Skip(index);
            return;
        }

        if (!same) findings.Add(FindingKind.Altered, $"Event {index} (position {head.Position}) is not the one that was hashed.", index, head.Position);
        receipts.Check(index, head, leaf);
        positions.Check(index, head);
        versions?.Check(index, head);
        openings.Check(index, head, leaf);
        evidence.Check(index, head, leaf);
    }
}
