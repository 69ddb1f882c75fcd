using System.Text;

namespace Lifecycle.Ledger;

/// <summary>One run, and what it has learnt so far.</summary>
internal sealed class BundleRun(Trust trust, IProgress<long>? progress)
{
    /// <summary>Larger entries, but for those that are streamed, are refused unread.</summary>
    private const int MaxWhole = 32 << 20;

    private readonly List<Checkpoint> earlier = [];
    private BundleManifest? manifest;
    private (Checkpoint Checkpoint, NoteCheck Signatures)? main;
    private LeafLines? leaves;
    private OpeningCheck? openings;
    private readonly List<string> broken = [];
    private long files;

    public void Verify(BundleFile file, Findings findings)
    {
        var entries = ZipReader.Read(file);
        BundleNames.Check(entries);
        var named = entries.ToDictionary(entry => entry.Name);
        byte[] All(string name) => Whole(file, named[name]);
        manifest = BundleManifest.Parse(All(BundleNames.Manifest));
        var keys = BundleKeys.Parse(All(BundleNames.Keys));
        var notes = new CheckpointChecks(keys, trust.Keys, findings);
        main = notes.Main(All(BundleNames.Checkpoint), manifest);
        foreach (var size in entries.Where(entry => entry.Name.StartsWith(BundleNames.Checkpoints, StringComparison.Ordinal)).Select(entry => entry.Name[BundleNames.Checkpoints.Length..]))
            earlier.Add(notes.Earlier(All(BundleNames.Checkpoints + size), All(BundleNames.Consistency + size), Ledger.Whole.Parse(size), main.Value.Checkpoint));
        Canonical(All(BundleNames.Authority));
        // Files of evidence may be large: they are hashed at the same time.
        var damaged = Task.Run(() => EntryDigests.Check(file, entries, manifest));
        try
        {
            var tree = Leaves(file, named, findings);
            new TrustChecks(trust, main.Value.Checkpoint, main.Value.Signatures, keys, findings).Check(size => RootAt(size, tree));
        }
        finally
        {
            // Nobody reads the stream any more when this returns.
            Task.WaitAny(damaged);
        }

        foreach (var name in damaged.GetAwaiter().GetResult().Concat(broken))
            findings.Add(FindingKind.Altered, $"The file {name} is not the one that was put into the bundle.", field: name);
    }

    public BundleReport Report(Findings findings) => new(
        main?.Checkpoint,
        manifest is null ? null : Encoding.UTF8.GetString(manifest.Request),
        main?.Signatures.Good ?? [],
        main?.Signatures.Unchecked ?? [],
        leaves?.Count ?? 0,
        openings?.Count ?? 0,
        earlier.Count,
        files,
        findings.All,
        findings.Counts);

    private static byte[] Whole(BundleFile file, ZipEntry entry) => entry.Length <= MaxWhole
        ? file.Read(entry.DataAt, (int)entry.Length)
        : throw new LedgerFormatException($"The file {entry.Name} is larger than it can be.");

    private static void Canonical(byte[] authority)
    {
        if (!CanonicalJson.Write(authority).AsSpan().SequenceEqual(authority))
            throw new LedgerFormatException($"{BundleNames.Authority} is not canonical JSON.");
    }

    private BundleTree Leaves(BundleFile file, Dictionary<string, ZipEntry> named, Findings findings)
    {
        var evidence = named.Keys.Where(name => name.StartsWith(BundleNames.Evidence, StringComparison.Ordinal)).Select(name => name[BundleNames.Evidence.Length..]).ToList();
        files = evidence.Count;
        var blocks = new[] { BundleNames.Leaves, BundleNames.Openings, BundleNames.EvidenceList }.ToDictionary(name => name, name => new LineBlocks(file, named[name]));
        Lines<T> Lines<T>(string name, Func<ILineReader<T>> reader) => new(blocks[name], reader);
        openings = new OpeningCheck(Lines(BundleNames.Openings, () => new OpeningReader()), findings);
        var list = new EvidenceCheck(Lines(BundleNames.EvidenceList, () => new PlainLines()), evidence, findings);
        var versions = manifest!.Scope == BundleScope.Selection ? null : new StreamVersions(findings);
        var checks = new LeafChecks(new(findings), versions, openings, list, new(trust.Receipts, findings), findings, progress);
        leaves = new LeafLines(Lines(BundleNames.Leaves, () => new LeafReader()), manifest, checks, findings);
        var sizes = earlier.Select(note => note.Size).Concat(trust.Checkpoints.Concat(trust.Receipts.Select(receipt => receipt.Note)).Select(note => Checkpoint.Parse(note.Text).Size));
        BundleTree tree = manifest.Scope == BundleScope.Log ? new BundleTree.Grown(sizes) : new BundleTree.Joined(file, named[BundleNames.Hashes]);
        var root = tree.Root(leaves, manifest.Size);
        leaves.Finish();
        openings.Finish();
        list.Finish();
        broken.AddRange(blocks.Where(entry => BundleNames.IsProved(entry.Key) && !entry.Value.IsWhole).Select(entry => entry.Key));
        if (manifest.Scope == BundleScope.Log && named[BundleNames.Hashes].Length > 0) throw new LedgerFormatException("A bundle of every event has no need of hashes.");
        RootMatches(root, tree, findings);
        return tree;
    }

    private void RootMatches(byte[]? root, BundleTree tree, Findings findings)
    {
        if (root is not null && root.AsSpan().SequenceEqual(main!.Value.Checkpoint.Root)) return;
        if (root is null || findings.Condemn)
        {
            findings.Add(FindingKind.Forged, "These events and hashes do not give the root that was signed.", field: BundleNames.Checkpoint);
            return;
        }

        var good = earlier.Where(note => (tree as BundleTree.Grown)?.Roots.GetValueOrDefault(note.Size)?.AsSpan().SequenceEqual(note.Root) == true).Select(note => note.Size).DefaultIfEmpty(0).Max();
        var bad = earlier.Where(note => note.Size > good && tree is BundleTree.Grown).Select(note => note.Size).Append(manifest!.Size).Min();
        findings.Add(FindingKind.Altered, $"These events and hashes do not give the root that was signed, though every event agrees with its own hash: somewhere among the events {good} to {bad - 1} one was changed and hashed anew.", good, field: BundleNames.Leaves);
    }

    private byte[]? RootAt(long size, BundleTree tree) =>
        size == main!.Value.Checkpoint.Size ? main.Value.Checkpoint.Root
        : size == 0 ? Rfc6962.EmptyRoot()
        : earlier.Find(note => note.Size == size)?.Root ?? (tree as BundleTree.Grown)?.Roots.GetValueOrDefault(size);
}
