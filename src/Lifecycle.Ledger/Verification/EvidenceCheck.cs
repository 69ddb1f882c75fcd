namespace Lifecycle.Ledger;

/// <summary>evidence.jsonl repeats the digests that the leaves name, and evidence/ has no file that it does not name.</summary>
internal sealed class EvidenceCheck(Lines<ReadOnlyMemory<byte>> lines, IEnumerable<string> files, Findings findings)
{
    private readonly HashSet<string> unnamed = [.. files];

    public void Check(long index, LeafHead head, string sha256)
    {
        unnamed.Remove(sha256);
        if (!lines.Next(out var line) || !line.Span.SequenceEqual(EvidenceLine.Of(index, sha256).AsSpan()[..^1]))
            findings.Add(FindingKind.Altered, $"{BundleNames.EvidenceList} does not list the evidence of event {index}.", index, head.Position, "/data/sha256");
    }

    public void Finish()
    {
        if (lines.Next(out _)) findings.Add(FindingKind.Inserted, $"{BundleNames.EvidenceList} lists evidence that no event names.", field: BundleNames.EvidenceList);
        foreach (var file in unnamed.Order(StringComparer.Ordinal).Take(1))
            findings.Add(FindingKind.Inserted, $"No event names the evidence file {file}.", field: BundleNames.Evidence + file);
    }
}
