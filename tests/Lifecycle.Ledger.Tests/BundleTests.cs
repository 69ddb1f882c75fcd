using System.IO.Compression;

namespace Lifecycle.Ledger.Tests;

/// <summary>Good bundles, and what each hostile change is called.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly CheckpointSigner signer = SampleLog.Signer();
    private readonly CheckpointSigner witness = NoteTests.Signer("witness.example/w1");

    private Trust Key => Trust.None with { Keys = [signer.VerifierKey] };

    public void Dispose()
    {
        signer.Dispose();
        witness.Dispose();
    }

    [Fact]
    public void Everything_verifies_and_says_what_was_checked()
    {
        var report = Verify(SampleBundle.Everything(log, signer, witness), Key);
        Assert.Equal([FindingKind.Gap, FindingKind.Erased], report.Findings.Select(finding => finding.Kind));
        Assert.True(report.IsGood);
        Assert.Equal((11, 11, 2, 1), (report.Leaves, report.Openings, report.EarlierCheckpoints, report.EvidenceFiles));
        Assert.Equal([signer.VerifierKey, witness.VerifierKey], report.Signers);
        Assert.Equal("The text at /text of event 6 was erased on 2026-11-21 by a-1 under UK GDPR article 17.", report.Findings[1].Sentence);
    }

    [Fact]
    public void Any_choice_of_leaves_verifies()
    {
        for (var bits = 0; bits < 1 << 11; bits += 7)
        {
            var chosen = Enumerable.Range(0, 11).Where(index => (bits & (1 << index)) != 0).ToList();
            if (chosen.Contains(6) && !chosen.Contains(7)) chosen = [.. chosen.Append(7).Order()];
            var report = Verify(SampleBundle.Of(log, BundleScope.Selection, chosen, signer, witness), Key);
            Assert.True(report.IsGood, $"{bits}: {string.Join(" ", report.Findings)}");
        }
    }

    [Fact]
    public void One_stream_verifies() => Assert.True(Verify(SampleBundle.OneStream(log, signer, witness), Key).IsGood);

    [Fact]
    public void The_same_content_gives_the_same_bytes_and_any_zip_program_reads_them()
    {
        var bundle = SampleBundle.Everything(log, signer, witness);
        var bytes = bundle.Write();
        Assert.Equal(bytes, bundle.Write());
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(
            ["README.txt", "manifest.json", "keys.txt", "checkpoint", "checkpoints/3", "consistency/3", "checkpoints/8", "consistency/8", "hashes", "leaves.jsonl", "openings.jsonl", "evidence.jsonl", "authority.json", $"evidence/{SampleLog.EvidenceDigest}"],
            zip.Entries.Select(entry => entry.FullName));
        using var keys = new StreamReader(zip.GetEntry("keys.txt")!.Open());
        Assert.Equal($"log {signer.VerifierKey}\nwitness {witness.VerifierKey}\n", keys.ReadToEnd());
    }

    [Fact]
    public void Without_a_key_of_one_s_own_the_bundle_only_agrees_with_itself()
    {
        var report = Verify(SampleBundle.Everything(log, signer, witness), Trust.None);
        Assert.True(report.IsGood);
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.Untrusted && finding.Sentence.Contains(signer.VerifierKey.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_kept_checkpoint_or_receipt_of_any_size_is_held_against_everything()
    {
        for (var size = 1; size <= 11; size++)
        {
            var note = log.Note(size, signer);
            Assert.True(Verify(SampleBundle.Everything(log, signer, witness), Key with { Checkpoints = [note], Receipts = [log.Receipt(size - 1, note)] }).IsGood);
        }
    }

    [Fact]
    public void A_kept_checkpoint_that_a_partial_bundle_lacks_is_unproven() =>
        Assert.Equal(FindingKind.Unproven, First(SampleBundle.OneStream(log, signer, witness), Key with { Checkpoints = [log.Note(5, signer)] }).Kind);

    [Fact]
    public void The_second_verifier_accepts_what_the_first_accepts()
    {
        byte[][] bundles = [
            SampleBundle.Everything(log, signer, witness).Write(),
            SampleBundle.OneStream(log, signer, witness).Write(),
            .. Enumerable.Range(0, 11).Where(index => index != 6).Select(index => SampleBundle.Of(log, BundleScope.Selection, [index], signer, witness).Write()),
            SampleBundle.Of(log, BundleScope.Selection, [], signer, witness).Write(),
            Empty().Write(),
        ];
        Assert.All(bundles, bundle => Assert.True(BundleVerifier.Verify(new MemoryStream(bundle), Key).IsGood));
        Assert.DoesNotContain(false, SecondVerifier.Verify(bundles, Key));
        var kept = Key with { Checkpoints = [log.Note(5, signer), log.Note(11, signer)], Receipts = [log.Receipt(8, log.Note(9, signer))] };
        Assert.True(SecondVerifier.Verify(bundles[0], kept));
    }

    [Fact]
    public void Both_verify_receipts_of_every_event_at_every_size()
    {
        var notes = Enumerable.Range(1, 11).Select(size => log.Note(size, signer, witness));
        var receipts = notes.SelectMany((note, last) => Enumerable.Range(0, last + 1).Select(index => log.Receipt(index, note).ToBytes())).ToList();
        Assert.All(receipts, receipt => Assert.True(ReceiptVerifier.Verify(receipt, Key.Keys).IsGood));
        Assert.DoesNotContain(false, SecondVerifier.Verify(receipts, Key));
        Assert.DoesNotContain(true, SecondVerifier.Verify(receipts, Trust.None));
        Assert.Equal(FindingKind.Unproven, ReceiptVerifier.Verify(receipts[0], []).Findings.Single().Kind);
    }

    [Fact]
    public void An_erasure_without_headers_is_told_too()
    {
        var report = Verify(Erasing(headers: null), Key);
        Assert.True(report.IsGood);
        Assert.Equal("The text at /text of event 0 was erased on 2026-11-21 by somebody unnamed under law.", report.Findings.Single().Sentence);
        Assert.True(SecondVerifier.Verify(Erasing(headers: null).Write(), Key));
    }

    // A text and the event that took it away.
    private SampleBundle Erasing(ReadOnlyMemory<byte>? headers)
    {
        var at = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        var text = new LeafEvent(1, Guid.NewGuid(), Guid.NewGuid(), 1, "progress_reported", at, "kent", null, null, null, headers, "{\"text\":\"A name.\"}"u8.ToArray());
        var erased = text with { Position = 2, Id = Guid.NewGuid(), Version = 2, Type = "erased", Data = "{\"version\":1,\"fields\":[\"/text\"],\"basis\":\"law\"}"u8.ToArray() };
        WrittenLeaf[] leaves = [Leaf.Write(text, new("/text"), salt => salt.Fill(1)), Leaf.Write(erased, ErasableMembers.None, _ => { })];
        var note = signer.Sign(new Checkpoint(SampleLog.Origin, 2, NaiveTree.Root(leaves.Select(leaf => leaf.Hash).ToArray())));
        return new(BundleScope.Log, note, [], [signer.VerifierKey], [], [new(0, leaves[0].Body, [Opening.Erased(0, "/text", by: 1)]), new(1, leaves[1].Body, [])], [], WithEvidence: false);
    }

    private SampleBundle Empty() => SampleBundle.Everything(log, signer, witness) with
    {
        Note = signer.Sign(new Checkpoint(SampleLog.Origin, 0, Rfc6962.EmptyRoot())),
        Earlier = [],
        Leaves = [],
        WithEvidence = false,
    };

    internal static BundleReport Verify(SampleBundle bundle, Trust trust) => BundleVerifier.Verify(new MemoryStream(bundle.Write()), trust);

    internal static Finding First(SampleBundle bundle, Trust trust) => Verify(bundle, trust).Findings.First(finding => finding.Condemns);
}
