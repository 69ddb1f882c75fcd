namespace Lifecycle.Ledger;

/// <summary>Every commitment has its text, or the event that erased it; and nothing else is opened.</summary>
internal sealed class OpeningCheck(Lines<OpeningLine> lines, Findings findings)
{
    private readonly ErasureBook erasures = new(findings);
    private OpeningLine next;
    private bool waiting;
    private bool started;

    public long Count { get; private set; }

    public void Check(long index, LeafHead head, ReadOnlySpan<byte> leaf)
    {
        erasures.Resolve(index, head, leaf);
        Start();
        foreach (var commitment in head.Commitments) Check(index, head, commitment);
        Skip(index);
    }

    /// <summary>Openings up to this leaf that belong to no commitment.</summary>
    public void Skip(long index)
    {
        Start();
        for (; waiting && next.Index <= index; MoveNext())
            findings.Add(FindingKind.Inserted, $"Event {next.Index} has no commitment at {next.Pointer}, yet a text for it is given.", next.Index, field: "/data" + next.Pointer);
    }

    public void Finish()
    {
        Skip(long.MaxValue);
        erasures.Finish();
    }

    private void Check(long index, LeafHead head, LeafCommitment commitment)
    {
        if (!waiting || next.Index != index || next.Pointer != commitment.Pointer)
        {
            findings.Add(FindingKind.Removed, $"The text at {commitment.Pointer} of event {index} is missing, and no erasure is claimed.", index, head.Position, "/data" + commitment.Pointer);
            return;
        }

        if (next.ErasedBy is { } by) erasures.Expect(index, head, commitment.Pointer, by);
        else if (!next.Commitment.Span.SequenceEqual(commitment.Hash))
            findings.Add(FindingKind.Altered, $"The text at {commitment.Pointer} of event {index} is not the one that was recorded.", index, head.Position, "/data" + commitment.Pointer);
        MoveNext();
    }

    private void Start()
    {
        if (started) return;
        started = true;
        MoveNext();
    }

    private void MoveNext()
    {
        waiting = lines.Next(out next);
        if (waiting) Count++;
    }
}
