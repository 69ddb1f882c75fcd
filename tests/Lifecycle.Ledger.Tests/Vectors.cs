using System.Globalization;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>What the vectors beside the specification hold, made by the code from inputs that never change.</summary>
internal static class Vectors
{
    private static readonly byte[][] Leaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    /// <summary>JSON and its canonical form, and JSON that has none.</summary>
    public static object Canonical()
    {
        string[] good = ["{\"b\":[1.0,1E30,4.50,2e-3],\"a\":\"\\u20ac\\u000f\\n\\/\"}", "{\"\\ud83d\\ude00\":1,\"\\ufb33\":2,\"\\u00f6\":3,\"1\":4}", "-0", "[ ]", "1e21", "0.000001", "9007199254740992"];
        string[] refused = ["{\"a\":1,\"\\u0061\":2}", "\"\\ud800\"", "9007199254740993", "1e400", "333333333.33333329", "{} ,", new string('[', 65) + new string(']', 65)];
        return new { canonical = good.Select(json => new { json, canonical = Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(json))) }), refused };
    }

    /// <summary>A row of the event table, the leaf that it becomes, and its hash.</summary>
    public static object OfLeaf(LeafEvent e)
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

    /// <summary>Roots and proofs of trees of up to eight leaves, and the hashes that bundles of seven need.</summary>
    public static object OfTrees()
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
}
