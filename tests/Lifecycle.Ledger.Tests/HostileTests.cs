namespace Lifecycle.Ledger.Tests;

/// <summary>Each attack on a bundle, what it is called, and that both verifiers refuse it.</summary>
public sealed class HostileTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly CheckpointSigner signer = SampleLog.Signer();
    private readonly CheckpointSigner witness = NoteTests.Signer("witness.example/w1");
    private readonly CheckpointSigner thief = SampleLog.Signer();

    private Trust Key => Trust.None with { Keys = [signer.VerifierKey] };

    private SampleBundle All => SampleBundle.Everything(log, signer, witness);

    private SampleBundle Stream => SampleBundle.OneStream(log, signer, witness);

    public void Dispose()
    {
        signer.Dispose();
        witness.Dispose();
        thief.Dispose();
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
        Assert.Equal((FindingKind.Altered, 4L, 7L), Named(Refused(hostile, Key)));
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
        Assert.Equal((FindingKind.Truncated, 9L), Placed(Refused(shorter, Key)));
        Assert.Equal(FindingKind.Truncated, Refused(All.Write()[..^1], Key).Kind);
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
    public void Another_key_is_called_re_signed()
    {
        var again = SampleBundle.Everything(log, thief, witness);
        Assert.Equal(FindingKind.ReSigned, Refused(again).Kind);
        Assert.Equal(FindingKind.ReSigned, Refused(again.Write(), Trust.None with { Checkpoints = [log.Note(5, signer)] }).Kind);
    }

    [Fact]
    public void A_log_that_shrank_or_forked_is_caught_by_what_was_kept()
    {
        var later = Trust.None with { Checkpoints = [log.Note(11, signer)] };
        var older = All with { Note = log.Note(8, signer), Leaves = [.. All.Leaves.Take(8)], Earlier = [log.Earlier(log.Note(3, signer), 8)] };
        Assert.Equal(FindingKind.Truncated, Refused(older.Write(), later).Kind);
        var other = signer.Sign(new Checkpoint(SampleLog.Origin, 5, Rfc6962.LeafHash([5])));
        Assert.Equal((FindingKind.Forked, 5L), Placed(Refused(All.Write(), Trust.None with { Checkpoints = [other] })));
        Assert.Equal((FindingKind.Forked, 5L), Placed(Refused(All with { Earlier = [new(other, log.Earlier(log.Note(5, signer), 11).Consistency)] })));
    }

    [Fact]
    public void A_kept_receipt_names_the_field_that_was_changed_though_everything_was_signed_again()
    {
        var changed = Replace(log.Leaves[8].Body, "level-2-chief", "level-3-chief");
        var hashes = log.Hashes;
        hashes[8] = Rfc6962.LeafHash(changed.Span);
        var again = All with
        {
            Note = signer.Sign(new Checkpoint(SampleLog.Origin, 11, NaiveTree.Root(hashes.ToArray()))),
            Earlier = [],
            Leaves = With(All.Leaves, 8, leaf => leaf with { Body = changed }),
        };
        Assert.True(BundleTests.Verify(again, Key).IsGood);
        var finding = Refused(again.Write(), Key with { Receipts = [log.Receipt(8, log.Note(9, signer))] });
        Assert.Equal((FindingKind.Altered, 8L, 11L), Named(finding));
        Assert.Equal("/data/rule", finding.Field);
    }

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

    private static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> leaf, string old, string by) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(leaf.Span).Replace(old, by, StringComparison.Ordinal));

    private static List<BundledLeaf> With(IReadOnlyList<BundledLeaf> leaves, int at, Func<BundledLeaf, BundledLeaf> change) =>
        [.. leaves.Select((leaf, number) => number == at ? change(leaf) : leaf)];

    private static (FindingKind Kind, long? Index) Placed(Finding finding) => (finding.Kind, finding.Index);

    private static (FindingKind Kind, long Index, long Position) Named(Finding finding) => (finding.Kind, finding.Index!.Value, finding.Position!.Value);

    private Finding Refused(SampleBundle bundle) => Refused(bundle.Write(), Key);

    private static Finding Refused(byte[] bytes, Trust trust)
    {
        var first = BundleVerifier.Verify(new MemoryStream(bytes), trust).Findings.First(finding => finding.Condemns);
        Assert.False(SecondVerifier.Verify(bytes, trust), $"The second verifier accepted what is {first}");
        return first;
    }
}
