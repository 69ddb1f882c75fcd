using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifecycle.Ledger.Tests;

/// <summary>The vectors beside the specification, held against the code. LEDGER_VECTORS=write makes them anew, under new keys.</summary>
public sealed class VectorTests
{
    private static readonly string Folder = Path.Combine(SecondVerifier.Docs, "ledger-vectors");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[][] Leaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    private static readonly SampleLog Log = new();

    [Fact]
    public void Canonical_json_is_as_in_the_vectors()
    {
        Same("canonical.json", Canonical());
        foreach (var json in JsonNode.Parse(Read("canonical.json"))!["refused"]!.AsArray())
            Assert.Throws<LedgerFormatException>(() => CanonicalJson.Write(Encoding.UTF8.GetBytes(json!.GetValue<string>())));
    }

    [Fact]
    public void The_leaf_is_as_in_the_vectors() => Same("leaf.json", (object[])[
        LeafVector(LeafTests.Raised),
        LeafVector(LeafTests.Raised with { DotNetType = "Other.Program, Other", Correlation = null, Headers = null, TakenIn = true }),
        LeafVector(LeafTests.Raised with { DotNetType = "Other.Program, Other", Correlation = null, Headers = "{}"u8.ToArray(), TakenIn = true }),
    ]);

    [Fact]
    public void Trees_and_proofs_are_as_in_the_vectors() => Same("tree.json", TreeVector());

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

    private static object Canonical()
    {
        string[] good = ["{\"b\":[1.0,1E30,4.50,2e-3],\"a\":\"\\u20ac\\u000f\\n\\/\"}", "{\"\\ud83d\\ude00\":1,\"\\ufb33\":2,\"\\u00f6\":3,\"1\":4}", "-0", "[ ]", "1e21", "0.000001", "9007199254740992"];
        string[] refused = ["{\"a\":1,\"\\u0061\":2}", "\"\\ud800\"", "9007199254740993", "1e400", "333333333.33333329", "{} ,", new string('[', 65) + new string(']', 65)];
        return new { canonical = good.Select(json => new { json, canonical = Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(json))) }), refused };
    }

    private static object LeafVector(LeafEvent e)
    {
        var ordinal = 0;
        string[] erasable = ["/summary", "/steps/*/text", "/link"];
        var leaf = Leaf.Write(e, new ErasableMembers(erasable), salt => salt.Fill((byte)++ordinal));
        return new
        {
            row = new
            {
                position = e.Position,
                id = e.Id,
                stream = e.Stream,
                version = e.Version,
                type = e.Type,
                timestamp = e.Timestamp.ToString("O", CultureInfo.InvariantCulture),
                tenant = e.Tenant,
                dotnetType = e.DotNetType,
                correlation = e.Correlation,
                causation = e.Causation,
                headers = e.Headers is { } headers ? Encoding.UTF8.GetString(headers.Span) : null,
                data = Encoding.UTF8.GetString(e.Data.Span),
                takenIn = e.TakenIn,
            },
            erasable,
            salts = leaf.Salts.Chunk(32).Select(Convert.ToHexStringLower),
            commitments = LeafCommitment.Read(leaf.Body).Select(found => new { pointer = found.Pointer, hash = Convert.ToHexStringLower(found.Hash) }),
            leaf = Encoding.UTF8.GetString(leaf.Body),
            hash = Convert.ToHexStringLower(leaf.Hash),
        };
    }

    private static object TreeVector()
    {
        var hashes = Leaves.Select(leaf => Rfc6962.LeafHash(leaf)).ToArray();
        byte[] Hash(TreeNode node) => TreeTests.Node(node, hashes);
        IEnumerable<string> Proof(ProofPlan plan) => plan.Fold([.. plan.Nodes.Select(Hash)]).Select(Convert.ToHexStringLower);
        return new
        {
            leaves = Leaves.Select(Convert.ToHexStringLower),
            roots = Enumerable.Range(0, 9).Select(size => { var tree = new CompactRange(); foreach (var hash in hashes[..size]) tree.Append(hash); return Convert.ToHexStringLower(tree.Root()); }),
            inclusion = Enumerable.Range(1, 8).SelectMany(size => Enumerable.Range(0, size).Select(index => new { index, size, proof = Proof(ProofPlan.Inclusion(index, size)) })),
            consistency = Enumerable.Range(2, 7).SelectMany(size => Enumerable.Range(1, size - 1).Select(earlier => new { earlier, size, proof = Proof(ProofPlan.Consistency(earlier, size)) })),
            bundles = new[] { Array.Empty<long>(), [0], [2, 5], [6], [0, 1, 2, 3, 4, 5, 6] }.Select(indexes => new
            {
                size = 7,
                indexes,
                hashes = MultiProof.Missing(7, indexes).Select(range => Convert.ToHexStringLower(TreeRange.Join([.. range.Nodes().Select(Hash)]))),
            }),
        };
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
