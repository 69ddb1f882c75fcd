using System.Globalization;

namespace Lifecycle.Ledger;

/// <summary>
/// Writes a bundle: the same content always gives the same bytes. Add leaves in the order of their indexes, the hashes of
/// <see cref="MultiProof.Missing"/> in theirs, then <see cref="WriteTo"/>.
/// </summary>
/// <param name="scratch">Makes an empty stream to write, read and dispose of: a temporary file where bundles are large.</param>
public sealed class BundleWriter(BundleHeader header, Func<Stream> scratch) : IDisposable
{
    private readonly Dictionary<string, EntrySink> sinks = [];
    private readonly SortedDictionary<string, EntrySink> evidence = new(StringComparer.Ordinal);
    private readonly SortedSet<string> named = new(StringComparer.Ordinal);
    private long leaves;

    /// <summary>The digests that the leaves added so far name.</summary>
    public IReadOnlyCollection<string> EvidenceNamed => named;

    public void Add(BundledLeaf leaf)
    {
        var lines = Sink(BundleNames.Leaves);
        lines.Write(StrictUtf8.Bytes(string.Create(CultureInfo.InvariantCulture, $"{leaf.Index} {Convert.ToHexStringLower(Rfc6962.LeafHash(leaf.Body.Span))} ")));
        lines.Write(leaf.Body.Span);
        lines.Write("\n"u8);
        foreach (var opening in leaf.Openings) Sink(BundleNames.Openings).Write(opening.ToLine());
        if (EvidenceLine.Digest(LeafHead.Read(leaf.Body.Span), leaf.Body.Span) is { } sha256)
        {
            Sink(BundleNames.EvidenceList).Write(EvidenceLine.Of(leaf.Index, sha256));
            named.Add(sha256);
        }

        leaves++;
    }

    /// <summary>The hash of the next subtree that holds no bundled leaf.</summary>
    public void AddHash(ReadOnlySpan<byte> hash) => Sink(BundleNames.Hashes).Write(hash);

    /// <summary>A file of evidence; its digest must be named by a bundled leaf.</summary>
    public void AddEvidence(string sha256, Stream content)
    {
        var file = evidence[BundleNames.Evidence + sha256] = new(scratch(), digest: true);
        var buffer = new byte[1 << 16];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer)) file.Write(buffer.AsSpan(0, read));
        if (file.Sha256() != sha256) throw new LedgerFormatException($"The evidence file {sha256} has other bytes than its name says.");
    }

    public void WriteTo(Stream output)
    {
        var contents = Contents();
        var checkpoint = Checkpoint.Parse(header.Checkpoint.Text);
        var manifest = new BundleManifest(
            checkpoint.Origin,
            checkpoint.Size,
            leaves,
            header.Scope,
            CanonicalJson.Write(header.Request.Span),
            [.. contents.Select(entry => new ManifestEntry(entry.Name, entry.Content.Length, entry.Content.Sha256()))]);
        contents.Insert(1, (BundleNames.Manifest, Text(BundleNames.Manifest, manifest.ToBytes())));
        Write(output, contents);
    }

    public void Dispose()
    {
        foreach (var sink in sinks.Values.Concat(evidence.Values)) sink.Dispose();
    }

    private static void Write(Stream output, List<(string Name, EntrySink Content)> contents)
    {
        var (entries, at) = (new List<ZipEntry>(), 0L);
        var total = contents.Sum(entry => entry.Content.Length + (2 * ZipLayout.LocalLength) + 100);
        if (total > ZipLayout.MaxLength || contents.Count > ZipLayout.MaxEntries)
            throw new LedgerFormatException("The bundle would be larger than 4 GB or have too many entries. Ask for less, for example for a period.");
        foreach (var (name, content) in contents)
        {
            var entry = new ZipEntry(name, content.Crc, content.Length, at);
            output.Write(ZipLayout.Local(entry));
            content.CopyTo(output);
            entries.Add(entry);
            at = entry.DataAt + entry.Length;
        }

        output.Write(ZipLayout.Tail(entries, at));
    }

    private List<(string Name, EntrySink Content)> Contents()
    {
        var contents = new List<(string, EntrySink)>();
        void Add(string name, byte[] bytes) => contents.Add((name, Text(name, bytes)));
        Add(BundleNames.Readme, BundleReadme.Bytes);
        Add(BundleNames.Keys, new BundleKeys(header.LogKeys, header.WitnessKeys).ToBytes());
        Add(BundleNames.Checkpoint, header.Checkpoint.ToBytes());
        foreach (var earlier in header.Earlier)
        {
            var size = Checkpoint.Parse(earlier.Note.Text).Size.ToString(CultureInfo.InvariantCulture);
            Add(BundleNames.Checkpoints + size, earlier.Note.ToBytes());
            Add(BundleNames.Consistency + size, [.. earlier.Consistency.SelectMany(hash => hash)]);
        }

        foreach (var name in new[] { BundleNames.Hashes, BundleNames.Leaves, BundleNames.Openings, BundleNames.EvidenceList }) contents.Add((name, Sink(name)));
        Add(BundleNames.Authority, CanonicalJson.Write(header.Authority.Span));
        contents.AddRange(evidence.Select(file => (file.Key, file.Value)));
        return contents;
    }

    private EntrySink Text(string name, byte[] bytes)
    {
        var sink = Sink(name);
        if (sink.Length == 0) sink.Write(bytes);
        return sink;
    }

    private EntrySink Sink(string name) => sinks.TryGetValue(name, out var sink) ? sink : sinks[name] = new(scratch(), !BundleNames.IsProved(name));
}
