using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>Signed notes, checkpoints, receipts.</summary>
public sealed class NoteTests
{
    // The examples of C2SP signed-note, tlog-checkpoint and tlog-cosignature.
    private const string Poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
    private const string BehindTheSofa = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

    [Fact]
    public void The_standard_s_examples_are_read_and_written()
    {
        foreach (var example in new[] { Poem, BehindTheSofa })
            Assert.Equal(example, Encoding.UTF8.GetString(SignedNote.Parse(Encoding.UTF8.GetBytes(example)).ToBytes()));
        Assert.EndsWith("\n\ned è subito sera.\n", SignedNote.Parse(Encoding.UTF8.GetBytes(Poem)).Text, StringComparison.Ordinal);
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(Encoding.UTF8.GetBytes(BehindTheSofa)).Text);
        Assert.Equal(("example.com/behind-the-sofa", 20852163), (checkpoint.Origin, checkpoint.Size));
    }

    [Fact]
    public void A_signature_holds_for_its_text_and_key_and_for_nothing_else()
    {
        using var log = Signer("lifecycle.example/0a1b2c3d");
        using var witness = Signer("witness.example/w1");
        using var stranger = Signer("lifecycle.example/0a1b2c3d");
        var note = log.Sign(new Checkpoint("lifecycle.example/0a1b2c3d", 0, Rfc6962.EmptyRoot()));
        note = SignedNote.Parse((note with { Signatures = [.. note.Signatures, witness.Sign(note.Text)] }).ToBytes());
        Assert.Equal([log.VerifierKey, witness.VerifierKey], note.Check([witness.VerifierKey, log.VerifierKey]).Good);
        Assert.Equal(2, note.Check([stranger.VerifierKey]).Unchecked.Count);
        Assert.Equal([log.VerifierKey], (note with { Text = note.Text.Replace('0', '1') }).Check([log.VerifierKey]).Bad);
    }

    [Fact]
    public void A_verifier_key_comes_back_as_it_was_written()
    {
        using var log = Signer("lifecycle.example/0a1b2c3d");
        var text = log.VerifierKey.ToString();
        Assert.Equal(log.VerifierKey, VerifierKey.Parse(text));
        for (var at = 0; at < text.Length; at++)
        {
            var changed = string.Concat(text.AsSpan(0, at), ((char)(text[at] ^ 1)).ToString(), text.AsSpan(at + 1));
            if (at < log.VerifierKey.Name.Length) continue; // The id of an ECDSA key does not cover its name.
            Assert.Throws<LedgerFormatException>(() => VerifierKey.Parse(changed));
        }
    }

    [Fact]
    public void An_ed25519_key_is_carried_and_not_checked()
    {
        // The key of the Go checksum database.
        var key = VerifierKey.Parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
        Assert.False(key.CanVerify);
        Assert.Equal(0x033de0aeu, key.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— a\n")]
    [InlineData("text\n\n- a AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAA=")]
    [InlineData("text\n\n—  AAAAAAA=\n")]
    [InlineData("text\n\n— a+b AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAA= \n")]
    [InlineData("text\n\n— a AAAAAA==\n")]
    [InlineData("text\n\n— a AAAAAAB=\n")]
    [InlineData("text\n\n— a AAAAAAA\n")]
    [InlineData("text\n\n— a AAAA\n")]
    [InlineData("te\txt\n\n— a AAAAAAA=\n")]
    [InlineData("te\rxt\n\n— a AAAAAAA=\n")]
    public void What_is_not_a_note_is_refused(string note) =>
        Assert.Throws<LedgerFormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(note)));

    [Theory]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nmore\n")]
    [InlineData("a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n9007199254740992\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n1\n")]
    public void What_is_not_a_checkpoint_is_refused(string text) => Assert.Throws<LedgerFormatException>(() => Checkpoint.Parse(text));

    [Fact]
    public void A_receipt_carries_its_leaf_and_proves_it()
    {
        using var log = Signer("lifecycle.example/0a1b2c3d");
        byte[][] leaves = [[1], [2], [3], [4], [5]];
        var hashes = leaves.Select(leaf => Rfc6962.LeafHash(leaf)).ToArray();
        var note = log.Sign(new Checkpoint("lifecycle.example/0a1b2c3d", 5, NaiveTree.Root(hashes)));
        for (var index = 0; index < 5; index++)
        {
            var bytes = new Receipt(index, leaves[index], NaiveTree.Path(index, hashes), note).ToBytes();
            var read = Receipt.Parse(bytes);
            Assert.True(read.Holds());
            Assert.Equal(bytes, read.ToBytes());
            Assert.False((read with { Index = (index + 1) % 5 }).Holds());
            Assert.False((read with { Leaf = new byte[] { 9 } }).Holds());
        }
    }

    internal static CheckpointSigner Signer(string name) => new(name, ECDsa.Create(ECCurve.NamedCurves.nistP256));
}
