using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifecycle.Ledger.Tests;

/// <summary>The vectors beside the specification, held against the code. LEDGER_VECTORS=write makes them anew, under new keys.</summary>
public sealed class VectorTests
{
    private static readonly string Folder = Path.Combine(SecondVerifier.Docs, "ledger-vectors");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SampleLog Log = new();

    [Fact]
    public void Canonical_json_is_as_in_the_vectors()
    {
        Same("canonical.json", Vectors.Canonical());
        foreach (var json in JsonNode.Parse(Read("canonical.json"))!["refused"]!.AsArray())
            Assert.Throws<LedgerFormatException>(() => CanonicalJson.Write(Encoding.UTF8.GetBytes(json!.GetValue<string>())));
    }

    [Fact]
    public void The_leaf_is_as_in_the_vectors() => Same("leaf.json", (object[])[
        Vectors.OfLeaf(LeafTests.Raised),
        Vectors.OfLeaf(LeafTests.Raised with { DotNetType = "Other.Program, Other", Correlation = null, Headers = null, TakenIn = true }),
        Vectors.OfLeaf(LeafTests.Raised with { DotNetType = "Other.Program, Other", Correlation = null, Headers = "{}"u8.ToArray(), TakenIn = true }),
    ]);

    [Fact]
    public void Trees_and_proofs_are_as_in_the_vectors() => Same("tree.json", Vectors.OfTrees());

    [Fact]
    public void Receipt_and_bundles_are_made_again_byte_for_byte_and_both_verifiers_accept_them()
    {
        if (Environment.GetEnvironmentVariable("LEDGER_VECTORS") == "write") WriteSigned();
        var keys = Encoding.UTF8.GetString(Read("keys.txt")).Split('\n')[..2].Select(line => VerifierKey.Parse(line.Split(' ')[1])).ToList();
        var note = SignedNote.Parse(Read("checkpoint"));
        var earlier = SignedNote.Parse(Read("checkpoint-8"));
        Assert.Equal(Log.Root(11), Checkpoint.Parse(note.Text).Root);
        Assert.Equal(keys, note.Check(keys).Good);
        Assert.Equal(Read("receipt.tlog-proof"), Log.Receipt(8, note).ToBytes());
        Assert.Equal(Read("bundle.zip"), Bundle(note, earlier, keys, BundleScope.Log).Write());
        Assert.Equal(Read("stream.zip"), Bundle(note, earlier, keys, BundleScope.Streams).Write());
        var trust = Trust.None with { Keys = [keys[0]], Checkpoints = [earlier], Receipts = [Log.Receipt(8, note)] };
        Assert.True(BundleVerifier.Verify(new MemoryStream(Read("bundle.zip")), trust).IsGood);
        Assert.True(BundleVerifier.Verify(new MemoryStream(Read("stream.zip")), trust).IsGood);
        Assert.Equal([true, true, true], SecondVerifier.Verify([Read("bundle.zip"), Read("stream.zip"), Read("receipt.tlog-proof")], trust));
    }

    [Fact]
    public void The_second_verifier_says_which_file_it_cannot_read()
    {
        Assert.Equal(2, SecondVerifier.Run(["no-such-file"]).Exit);
        Assert.Equal(2, SecondVerifier.Run([]).Exit);
        Assert.Equal(2, SecondVerifier.Run([Path.Combine(Folder, "bundle.zip"), "--key", "nonsense"]).Exit);
    }

    [Fact]
    public void The_smallest_vectors_stand_in_the_document()
    {
        var document = File.ReadAllText(Path.Combine(SecondVerifier.Docs, "ledger-format.md"));
        foreach (var hash in new[] { Rfc6962.LeafHash([]), Rfc6962.EmptyRoot(), Commitment.Of(Enumerable.Repeat((byte)1, 32).ToArray(), "One"u8) })
            Assert.Contains(Convert.ToHexStringLower(hash), document, StringComparison.Ordinal);
    }

    private static SampleBundle Bundle(SignedNote note, SignedNote earlier, List<VerifierKey> keys, BundleScope scope)
    {
        var chosen = scope == BundleScope.Log ? Enumerable.Range(0, 11).ToList() : [1, 4, 6, 7, 9];
        var hashes = MultiProof.Missing(11, chosen.Select(index => (long)index)).Select(range => NaiveTree.Root(Log.Hashes.ToArray().AsSpan((int)range.Start, (int)range.Width)));
        return new(scope, note, [Log.Earlier(earlier, 11)], [keys[0]], [keys[1]], [.. chosen.Select(index => new BundledLeaf(index, Log.Leaves[index].Body, Log.Openings[index]))], [.. hashes], scope == BundleScope.Log);
    }

    private static void WriteSigned()
    {
        using var signer = SampleLog.Signer();
        using var witness = NoteTests.Signer("witness.example/w1");
        var (note, earlier) = (Log.Note(11, signer, witness), Log.Note(8, signer));
        List<VerifierKey> keys = [signer.VerifierKey, witness.VerifierKey];
        Write("keys.txt", Encoding.UTF8.GetBytes($"log {keys[0]}\nwitness {keys[1]}\n"));
        Write("checkpoint", note.ToBytes());
        Write("checkpoint-8", earlier.ToBytes());
        Write("receipt.tlog-proof", Log.Receipt(8, note).ToBytes());
        Write("bundle.zip", Bundle(note, earlier, keys, BundleScope.Log).Write());
        Write("stream.zip", Bundle(note, earlier, keys, BundleScope.Streams).Write());
    }

    private static void Same(string name, object vector)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(vector, Indented) + "\n");
        if (Environment.GetEnvironmentVariable("LEDGER_VECTORS") == "write") Write(name, bytes);
        Assert.Equal(Encoding.UTF8.GetString(Read(name)), Encoding.UTF8.GetString(bytes));
    }

    private static void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}
