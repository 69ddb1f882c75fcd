namespace Lifecycle.Ledger.Tests;

/// <summary>A bundle of the sample log, before it is written: tests change a part of it, then write it.</summary>
internal sealed record SampleBundle(
    BundleScope Scope,
    SignedNote Note,
    IReadOnlyList<EarlierCheckpoint> Earlier,
    IReadOnlyList<VerifierKey> Keys,
    IReadOnlyList<VerifierKey> Witnesses,
    IReadOnlyList<BundledLeaf> Leaves,
    IReadOnlyList<byte[]> Hashes,
    bool WithEvidence)
{
    /// <summary>The leaves of these indexes.</summary>
    public static SampleBundle Of(SampleLog log, BundleScope scope, IEnumerable<int> indexes, CheckpointSigner signer, CheckpointSigner witness)
    {
        var chosen = indexes.ToList();
        var size = log.Leaves.Count;
        return new(
            scope,
            log.Note(size, signer, witness),
            [log.Earlier(log.Note(3, signer), size), log.Earlier(log.Note(8, signer), size)],
            [signer.VerifierKey],
            [witness.VerifierKey],
            [.. chosen.Select(index => new BundledLeaf(index, log.Leaves[index].Body, log.Openings[index]))],
            [.. MultiProof.Missing(size, chosen.Select(index => (long)index)).Select(range => TreeRange.Join([.. range.Nodes().Select(node => TreeTests.Node(node, [.. log.Hashes]))]))],
            WithEvidence: chosen.Contains(3));
    }

    public static SampleBundle Everything(SampleLog log, CheckpointSigner signer, CheckpointSigner witness) =>
        Of(log, BundleScope.Log, Enumerable.Range(0, log.Leaves.Count), signer, witness);

    /// <summary>Stream B, whole.</summary>
    public static SampleBundle OneStream(SampleLog log, CheckpointSigner signer, CheckpointSigner witness) =>
        Of(log, BundleScope.Streams, [1, 4, 6, 7, 9], signer, witness);

    public byte[] Write()
    {
        var header = new BundleHeader("{\"kind\":\"sample\",\"as\":1.0}"u8.ToArray(), Scope, Note, Earlier, Keys, Witnesses, "{ \"rules\": [] }"u8.ToArray());
        using var writer = new BundleWriter(header, () => new MemoryStream());
        foreach (var leaf in Leaves) writer.Add(leaf);
        foreach (var hash in Hashes) writer.AddHash(hash);
        if (WithEvidence) writer.AddEvidence(SampleLog.EvidenceDigest, new MemoryStream(SampleLog.EvidenceFile));
        using var output = new MemoryStream();
        writer.WriteTo(output);
        return output.ToArray();
    }
}
