using FsCheck;
using FsCheck.Fluent;

namespace Lifecycle.Ledger.Tests;

/// <summary>Tree and proofs, against known vectors and against the naive tree.</summary>
public sealed class TreeTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    // The leaves and roots that Certificate Transparency's own tests use.
    private static readonly byte[][] Known =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(leaf => Rfc6962.LeafHash(Convert.FromHexString(leaf)))];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Known_trees_have_their_known_roots(int size, string root)
    {
        Assert.Equal(root, Convert.ToHexStringLower(NaiveTree.Root(Known.AsSpan(0, size))));
        Assert.Equal(root, Convert.ToHexStringLower(Grown(Known[..size]).Root()));
    }

    [Fact]
    public void Every_proof_in_small_trees_is_the_naive_one_and_holds()
    {
        for (var size = 0; size <= 70; size++)
        {
            var hashes = Hashes(size);
            for (var m = 0; m <= size; m++) HoldsFor(m, hashes);
        }
    }

    [Fact]
    public void Proofs_in_random_trees_are_the_naive_ones_and_hold() =>
        Prop.ForAll(Gen.Choose(1, 3_000).SelectMany(size => Gen.Choose(0, size).Select(m => (size, m))).ToArbitrary(), pair => HoldsFor(pair.m, Hashes(pair.size)))
            .Check(Thousands.WithMaxTest(300));

    [Fact]
    public void A_proof_that_was_changed_anywhere_does_not_hold() =>
        Prop.ForAll(Gen.Choose(2, 300).SelectMany(size => Gen.Choose(1, size - 1).SelectMany(m => Gen.Choose(0, int.MaxValue).Select(seed => (size, m, seed)))).ToArbitrary(), Refuses)
            .Check(Thousands);

    [Fact]
    public void A_range_goes_on_from_its_peaks() =>
        Prop.ForAll(Gen.Choose(0, 600).Two().ToArbitrary(), sizes =>
        {
            var (first, all) = (Math.Min(sizes.Item1, sizes.Item2), Hashes(Math.Max(sizes.Item1, sizes.Item2)));
            var range = new CompactRange(first, Grown(all[..first]).Peaks());
            foreach (var hash in all[first..]) range.Append(hash);
            return range.Root().AsSpan().SequenceEqual(NaiveTree.Root(all));
        }).Check(Thousands.WithMaxTest(300));

    internal static byte[][] Hashes(int size) => [.. Enumerable.Range(0, size).Select(i => Rfc6962.LeafHash(BitConverter.GetBytes(i)))];

    internal static byte[] Node(TreeNode node, byte[][] hashes) =>
        NaiveTree.Root(hashes.AsSpan((int)(node.Index << node.Level), 1 << node.Level));

    private static CompactRange Grown(byte[][] hashes)
    {
        var range = new CompactRange();
        foreach (var hash in hashes) range.Append(hash);
        return range;
    }

    private static IReadOnlyList<byte[]> Proof(ProofPlan plan, byte[][] hashes) => plan.Fold([.. plan.Nodes.Select(node => Node(node, hashes))]);

    private static void HoldsFor(int m, byte[][] hashes)
    {
        var root = NaiveTree.Root(hashes);
        var consistency = Proof(ProofPlan.Consistency(m, hashes.Length), hashes);
        Assert.Equal(NaiveTree.Consistency(m, hashes), consistency);
        Assert.True(Proofs.Continues(m, NaiveTree.Root(hashes.AsSpan(0, m)), hashes.Length, root, consistency));
        if (m == hashes.Length) return;
        var inclusion = Proof(ProofPlan.Inclusion(m, hashes.Length), hashes);
        Assert.Equal(NaiveTree.Path(m, hashes), inclusion);
        Assert.True(Proofs.Includes(root, hashes.Length, m, hashes[m], inclusion));
    }

    private static bool Refuses((int Size, int M, int Seed) c)
    {
        var (hashes, random) = (Hashes(c.Size), new Random(c.Seed));
        var root = NaiveTree.Root(hashes);
        var earlier = NaiveTree.Root(hashes.AsSpan(0, c.M));
        var inclusion = Mutated(NaiveTree.Path(c.M, hashes), random);
        var consistency = Mutated(NaiveTree.Consistency(c.M, hashes), random);
        var other = (c.M + 1 + random.Next(c.Size - 1)) % c.Size;
        return !Proofs.Includes(root, c.Size, c.M, hashes[c.M], inclusion)
            && !Proofs.Includes(root, c.Size, other, hashes[c.M], NaiveTree.Path(c.M, hashes))
            && !Proofs.Continues(c.M, earlier, c.Size, root, consistency)
            && !Proofs.Continues(c.M, root, c.Size, root, NaiveTree.Consistency(c.M, hashes));
    }

    private static List<byte[]> Mutated(List<byte[]> proof, Random random)
    {
        var at = random.Next(Math.Max(proof.Count, 1));
        var kind = proof.Count == 0 ? 0 : random.Next(4);
        if (kind == 0) proof.Insert(at, Rfc6962.LeafHash([9]));
        else if (kind == 1) proof.RemoveAt(at);
        else if (kind == 2) proof[at] = proof[at][..31];
        else proof[at] = [.. proof[at][..(at % 32)], (byte)(proof[at][at % 32] ^ (1 << random.Next(8))), .. proof[at][((at % 32) + 1)..]];
        return proof;
    }
}
