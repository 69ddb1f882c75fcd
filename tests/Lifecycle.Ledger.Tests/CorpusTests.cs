using System.IO.Compression;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>
/// Bytes changed without mercy: every one is refused by the first verifier, a seeded sample by the second, and nothing
/// crashes. LEDGER_CASES raises the number of random cases, for example to a million at night.
/// </summary>
public sealed class CorpusTests : IDisposable
{
    private const int Round = 3_000;

    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("LEDGER_CASES"), out var cases) ? cases : 3_000;

    private readonly SampleLog log = new();
    private readonly CheckpointSigner signer = SampleLog.Signer();
    private readonly CheckpointSigner witness = NoteTests.Signer("witness.example/w1");
    private readonly Random random = new(20261121);

    private Trust Key => Trust.None with { Keys = [signer.VerifierKey] };

    private SampleBundle Bundle => SampleBundle.Everything(log, signer, witness) with { Note = log.Note(11, signer), Witnesses = [] };

    public void Dispose()
    {
        signer.Dispose();
        witness.Dispose();
    }

    [Fact]
    public void A_bundle_with_any_byte_changed_is_refused()
    {
        Refused(Flipped((SampleBundle.OneStream(log, signer, witness) with { Earlier = [] }).Write()));
        Refused([.. Flipped(SampleBundle.Everything(log, signer, witness).Write()).Where((_, at) => at % 3 == 0)]);
    }

    [Fact]
    public void A_receipt_with_any_byte_changed_is_refused() => Refused(Flipped(log.Receipt(8, log.Note(11, signer)).ToBytes()));

    [Fact]
    public void A_file_that_was_cut_or_lengthened_anywhere_is_refused()
    {
        foreach (var bytes in new[] { SampleBundle.OneStream(log, signer, witness).Write(), log.Receipt(8, log.Note(11, signer)).ToBytes() })
        {
            Refused([.. Enumerable.Range(0, bytes.Length).Select(length => bytes[..length])]);
            Refused([[.. bytes, 0], [.. bytes, (byte)'\n'], [0, .. bytes], [.. bytes, .. bytes]]);
        }
    }

    [Fact]
    public void A_byte_changed_inside_a_proved_file_is_refused_though_manifest_and_check_sums_were_made_to_fit()
    {
        foreach (var bundle in new[] { Bundle, SampleBundle.OneStream(log, signer, witness) with { Note = log.Note(11, signer), Witnesses = [] } })
        {
            var bytes = bundle.Write();
            var proved = HostileZip.Open(bytes).Where(entry => entry.Name is not (BundleNames.Readme or BundleNames.Manifest or BundleNames.Authority));
            foreach (var (name, content) in proved)
                Refused([.. Enumerable.Range(0, content.Length).Where(_ => random.Next(5) == 0).Select(at => HostileZip.Remade(bytes, name, whole => Flip(whole, at)))], most: 20);
        }
    }

    [Fact]
    public void Both_verifiers_agree_about_any_random_change()
    {
        var good = new[] { SampleBundle.Everything(log, signer, witness).Write(), SampleBundle.OneStream(log, signer, witness).Write(), log.Receipt(8, log.Note(11, signer)).ToBytes() };
        var accepted = 0;
        // In rounds: a million files do not fit in memory.
        for (var left = Cases; left > 0; left -= Round)
        {
            var changed = Enumerable.Range(0, Math.Min(Round, left)).Select(_ => Mutation.Of(good[random.Next(good.Length)], random)).ToList();
            var first = changed.AsParallel().AsOrdered().Select(Accepts).ToList();
            var some = Enumerable.Range(0, changed.Count).Where(number => number % Math.Max(10, Cases / 3_000) == 0 || first[number]).Take(400).ToList();
            Assert.Equal(some.Select(number => first[number]), SecondVerifier.Verify([.. some.Select(number => changed[number])], Key));
            accepted += first.Count(one => one);
        }

        Assert.InRange(accepted, 1, Cases / 2);
    }

    [Fact]
    public void Other_zips_are_refused()
    {
        var entries = HostileZip.Open(Bundle.Write());
        List<List<(string, byte[])>> lists = [
            [.. entries, ("../../etc/passwd", [1])],
            [.. entries, ("evidence/../../x", [1])],
            [.. entries, ("/absolute", [1])],
            [.. entries, ("evil.txt", [1])],
            [.. entries, ("evidence/", [])],
            [.. entries, ("evidence/" + new string('0', 64), [1])],
            [.. entries, entries[^1]],
            [.. entries, (new string('a', 60_000), [])],
            [.. entries.Take(4), .. entries.Skip(5)],
            [.. entries.Skip(1)],
            [.. entries.AsEnumerable().Reverse()],
            [entries[0], entries[0], .. entries.Skip(1)],
            [],
        ];
        for (var at = 0; at < entries.Count - 1; at++) lists.Add([.. entries.Take(at), entries[at + 1], entries[at], .. entries.Skip(at + 2)]);
        foreach (var list in lists.Where(list => list.Exists(entry => entry.Item1 == BundleNames.Manifest))) HostileZip.Relist(list);
        Refused([.. lists.Select(list => HostileZip.Zip(list)), Deflated(entries, CompressionLevel.SmallestSize), Deflated(entries, CompressionLevel.NoCompression), Bomb(), [.. "PK"u8], [.. "c2sp"u8], []]);
    }

    [Fact]
    public void A_small_file_that_claims_to_be_huge_takes_no_memory()
    {
        List<byte[]> files = [HostileZip.Remade(Bundle.Write(), BundleNames.Manifest, text => text.Replace("\"size\":11", "\"size\":9007199254740991", StringComparison.Ordinal)), Bomb()];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(files);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    private static byte[] Deflated(List<(string Name, byte[] Content)> entries, CompressionLevel level)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }

    private static byte[] Bomb() => Deflated([("README.txt", new byte[50_000_000])], CompressionLevel.SmallestSize);

    private static byte[] Flip(byte[] bytes, int at, int bit = 0) => [.. bytes.AsSpan(0, at), (byte)(bytes[at] ^ (1 << bit)), .. bytes.AsSpan(at + 1)];

    private List<byte[]> Flipped(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length).Select(at => Flip(bytes, at, random.Next(8)))];

    private void Refused(List<byte[]> files, int most = 150)
    {
        for (var number = 0; number < files.Count; number++)
            Assert.False(Accepts(files[number]), $"Case {number} was accepted: {Encoding.Latin1.GetString(files[number].AsSpan(0, Math.Min(300, files[number].Length)))}");
        var some = files.Where((_, number) => files.Count <= most || number % (files.Count / most) == random.Next(3) % Math.Max(1, files.Count / most)).ToList();
        if (some.Count > 0) Assert.DoesNotContain(true, SecondVerifier.Verify(some, Key));
    }

    private bool Accepts(byte[] file) => file.AsSpan().StartsWith("c2sp"u8)
        ? ReceiptVerifier.Verify(file, Key.Keys).IsGood
        : BundleVerifier.Verify(new MemoryStream(file), Key).IsGood;
}
