using static Lifecycle.Ledger.Tests.Attack;

namespace Lifecycle.Ledger.Tests;

/// <summary>Each attack on a bundle, what it is called, and that both verifiers refuse it.</summary>
public sealed class HostileTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly CheckpointSigner signer = SampleLog.Signer();
    private readonly CheckpointSigner witness = NoteTests.Signer("witness.example/w1");

    private Trust Key => Trust.None with { Keys = [signer.VerifierKey] };

    private SampleBundle All => SampleBundle.Everything(log, signer, witness);

    private SampleBundle Stream => SampleBundle.OneStream(log, signer, witness);

    public void Dispose()
    {
        signer.Dispose();
        witness.Dispose();
    }

    [Fact]
    public void An_event_that_was_changed_and_hashed_anew_is_placed_between_two_checkpoints()
    {
        var finding = Refused(All with { Leaves = With(All.Leaves, 4, leaf => leaf with { Body = Replace(leaf.Body, "\"level\":3", "\"level\":2") }) });
        Assert.Equal((FindingKind.Altered, 3L), (finding.Kind, finding.Index));
        Assert.Contains("events 3 to 7", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_was_changed_under_its_old_hash_is_named()
    {
        var hostile = HostileZip.Remade(All.Write(), "leaves.jsonl", text => text.Replace("\"level\":3", "\"level\":2", StringComparison.Ordinal));
        Assert.Equal((FindingKind.Altered, 4L, 7L), Named(Attack.Refused(hostile, Key)));
    }

    [Fact]
    public void A_missing_event_is_named()
    {
        Assert.Equal((FindingKind.Removed, 4L), Placed(Refused(All with { Leaves = [.. All.Leaves.Where(leaf => leaf.Index != 4)] })));
        Assert.Equal(FindingKind.Removed, Refused(Stream with { Leaves = [.. Stream.Leaves.Where(leaf => leaf.Index != 4)] }).Kind);
    }

    [Fact]
    public void An_event_left_out_of_a_whole_stream_is_missed_by_its_version()
    {
        var left = SampleBundle.Of(log, BundleScope.Streams, [1, 6, 7, 9], signer, witness);
        Assert.Equal((FindingKind.Removed, 6L, 9L), Named(Refused(left)));
    }

    [Fact]
    public void A_cut_end_is_called_truncated()
    {
        var cut = All with { Leaves = [.. All.Leaves.SkipLast(2)] };
        var shorter = HostileZip.Remade(cut.Write(), "manifest.json", text => text.Replace("\"leaves\":9", "\"leaves\":11", StringComparison.Ordinal));
        Assert.Equal((FindingKind.Truncated, 9L), Placed(Attack.Refused(shorter, Key)));
        Assert.Equal(FindingKind.Truncated, Attack.Refused(All.Write()[..^1], Key).Kind);
    }

    [Fact]
    public void A_doubled_or_added_event_is_called_inserted()
    {
        Assert.Equal((FindingKind.Inserted, 4L), Placed(Refused(All with { Leaves = [.. All.Leaves.Take(5), All.Leaves[4], .. All.Leaves.Skip(5)] })));
        Assert.Equal((FindingKind.Inserted, 11L), Placed(Refused(All with { Leaves = [.. All.Leaves, All.Leaves[10] with { Index = 11 }] })));
    }

    [Fact]
    public void Swapped_events_are_called_reordered()
    {
        List<BundledLeaf> leaves = [.. All.Leaves.Take(4), All.Leaves[5], All.Leaves[4], .. All.Leaves.Skip(6)];
        Assert.Equal((FindingKind.Reordered, 4L), Placed(Refused(All with { Leaves = leaves })));
    }

    [Fact]
    public void Renumbered_events_do_not_give_the_root() =>
        Refused(All with { Leaves = [.. All.Leaves.Select((leaf, at) => leaf with { Index = at is 4 or 5 ? 9 - at : at }).OrderBy(leaf => leaf.Index)] });

    [Fact]
    public void A_text_that_was_replaced_taken_away_or_given_twice_is_named()
    {
        BundledLeaf Opened(BundledLeaf leaf, Func<Opening, Opening> change) => leaf with { Openings = [.. leaf.Openings.Select(change)] };
        var replaced = Refused(All with { Leaves = With(All.Leaves, 8, leaf => Opened(leaf, opening => opening with { Value = "Not seen." })) });
        Assert.Equal((FindingKind.Altered, 8L, 11L), Named(replaced));
        Assert.Equal("/data/oversightNote", replaced.Field);
        Assert.Equal(FindingKind.Removed, Refused(All with { Leaves = With(All.Leaves, 8, leaf => leaf with { Openings = [] }) }).Kind);
        Assert.Equal(FindingKind.Removed, Refused(All with { Leaves = With(All.Leaves, 5, leaf => Opened(leaf, opening => Opening.Erased(5, opening.Pointer, by: 7))) }).Kind);
        Assert.Equal(FindingKind.Removed, Refused(All with { Leaves = With(All.Leaves, 5, leaf => Opened(leaf, opening => Opening.Erased(5, opening.Pointer, by: 99))) }).Kind);
        Assert.Equal(FindingKind.Inserted, Refused(All with { Leaves = With(All.Leaves, 8, leaf => leaf with { Openings = [.. leaf.Openings, .. leaf.Openings] }) }).Kind);
    }

    [Fact]
    public void A_false_signature_of_log_or_witness_is_called_forged()
    {
        var lines = All.Note.Signatures;
        foreach (var at in new[] { 0, 1 })
        {
            var other = (at == 0 ? signer : witness).Sign("another text\n");
            Assert.Equal(FindingKind.Forged, Refused(All with { Note = All.Note with { Signatures = [.. lines.Select((line, number) => number == at ? other : line)] } }).Kind);
        }

        Assert.Equal(FindingKind.Forged, Refused(All with { Note = All.Note with { Signatures = [lines[1]] } }).Kind);
    }

    [Fact]
    public void Too_few_too_many_or_other_hashes_do_not_give_the_root()
    {
        Refused(Stream with { Hashes = [.. Stream.Hashes.SkipLast(1)] });
        Refused(Stream with { Hashes = [.. Stream.Hashes, Stream.Hashes[0]] });
        Refused(Stream with { Hashes = [.. Stream.Hashes.Reverse()] });
        Refused(All with { Hashes = [Stream.Hashes[0]] });
    }

    [Theory]
    [InlineData("leaves.jsonl")]
    [InlineData("openings.jsonl")]
    [InlineData("evidence.jsonl")]
    [InlineData("README.txt")]
    public void A_check_sum_that_is_not_that_of_its_file_is_named_though_every_byte_of_the_file_is_right(string name)
    {
        var finding = Attack.Refused(HostileZip.Zip(HostileZip.Open(All.Write()), wrong: name), Key);
        Assert.Equal((FindingKind.Altered, name), (finding.Kind, finding.Field));
    }

    [Fact]
    public void A_manifest_has_digests_of_all_files_but_those_that_are_proved_without()
    {
        var manifest = BundleManifest.Parse(HostileZip.Open(All.Write()).Single(entry => entry.Name == "manifest.json").Content);
        Assert.Equal(["leaves.jsonl", "openings.jsonl"], manifest.Entries.Where(entry => entry.Sha256 is null).Select(entry => entry.Name));
        var leaves = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(HostileZip.Open(All.Write()).Single(entry => entry.Name == "leaves.jsonl").Content));
        var more = HostileZip.Remade(All.Write(), "manifest.json", text => text.Replace("\"leaves.jsonl\"", $"\"leaves.jsonl\",\"sha256\":\"{leaves}\"", StringComparison.Ordinal));
        var fewer = HostileZip.Remade(All.Write(), "manifest.json", text => text.Replace($",\"sha256\":\"{manifest.Entries[0].Sha256}\"", "", StringComparison.Ordinal));
        Assert.Equal(FindingKind.Malformed, Attack.Refused(more, Key).Kind);
        Assert.Equal(FindingKind.Malformed, Attack.Refused(fewer, Key).Kind);
    }

    private Finding Refused(SampleBundle bundle) => Attack.Refused(bundle.Write(), Key);
}
