namespace Lifecycle.Ledger;

/// <summary>A receipt that was kept holds its own copy of a leaf: a bundle that has another in its place is caught, with the field.</summary>
internal sealed class KeptReceipts(IReadOnlyList<Receipt> receipts, Findings findings)
{
    public void Check(long index, LeafHead head, ReadOnlySpan<byte> leaf)
    {
        foreach (var receipt in receipts)
            if (receipt.Index == index && LeafDifference.First(receipt.Leaf.Span, leaf) is { } field)
                findings.Add(FindingKind.Altered, $"Event {index} (position {head.Position}) is not the one that your receipt holds; they differ at {field}.", index, head.Position, field);
    }
}
