namespace Lifecycle.Ledger;

/// <summary>Positions rise with the indexes. Where they jump nothing was logged; where they fall an event became visible late.</summary>
internal sealed class PositionOrder(Findings findings)
{
    private long index = -1;
    private long highest;

    public void Check(long at, LeafHead head)
    {
        if (head.Position == highest)
            findings.Add(FindingKind.Inserted, $"Position {head.Position} is there twice.", at, head.Position, "/position");
        else if (head.Position < highest)
            findings.Add(FindingKind.Late, $"Position {head.Position} was taken in after position {highest}: the event became visible late.", at, head.Position);
        else if (at == index + 1 && head.Position > highest + 1)
            findings.Add(FindingKind.Gap, $"No event has the positions {highest + 1} to {head.Position - 1}.", at, highest + 1);
        (index, highest) = (at, Math.Max(highest, head.Position));
    }
}
