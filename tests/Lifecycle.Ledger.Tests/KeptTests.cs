using static Lifecycle.Ledger.Tests.Attack;

namespace Lifecycle.Ledger.Tests;

/// <summary>What only a key, checkpoint or receipt from elsewhere can catch.</summary>
public sealed class KeptTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly CheckpointSigner signer = SampleLog.Signer();
    private readonly CheckpointSigner witness = NoteTests.Signer("witness.example/w1");
    private readonly CheckpointSigner thief = SampleLog.Signer();

    private Trust Key => Trust.None with { Keys = [signer.VerifierKey] };

    private SampleBundle All => SampleBundle.Everything(log, signer, witness);

    public void Dispose()
    {
        signer.Dispose();
        witness.Dispose();
        thief.Dispose();
    }

    [Fact]
    public void Another_key_is_called_re_signed()
    {
        var again = SampleBundle.Everything(log, thief, witness);
        Assert.Equal(FindingKind.ReSigned, Refused(again).Kind);
        Assert.Equal(FindingKind.ReSigned, Attack.Refused(again.Write(), Trust.None with { Checkpoints = [log.Note(5, signer)] }).Kind);
    }

    [Fact]
    public void A_log_that_shrank_or_forked_is_caught_by_what_was_kept()
    {
        var later = Trust.None with { Checkpoints = [log.Note(11, signer)] };
        var older = All with { Note = log.Note(8, signer), Leaves = [.. All.Leaves.Take(8)], Earlier = [log.Earlier(log.Note(3, signer), 8)] };
        Assert.Equal(FindingKind.Truncated, Attack.Refused(older.Write(), later).Kind);
        var other = signer.Sign(new Checkpoint(SampleLog.Origin, 5, Rfc6962.LeafHash([5])));
        Assert.Equal((FindingKind.Forked, 5L), Placed(Attack.Refused(All.Write(), Trust.None with { Checkpoints = [other] })));
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
        var finding = Attack.Refused(again.Write(), Key with { Receipts = [log.Receipt(8, log.Note(9, signer))] });
        Assert.Equal((FindingKind.Altered, 8L, 11L), Named(finding));
        Assert.Equal("/data/rule", finding.Field);
    }

    private Finding Refused(SampleBundle bundle) => Attack.Refused(bundle.Write(), Key);
}
