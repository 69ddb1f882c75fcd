namespace Lifecycle.Ledger.Tests;

/// <summary>Tiles of C2SP tlog-tiles: where they are, and what is read out of them.</summary>
public sealed class TileTests
{
    [Fact]
    public void Hashes_come_out_of_tiles()
    {
        var hashes = TreeTests.Hashes(700);
        foreach (var node in ProofPlan.Inclusion(600, 700).Nodes.Concat(ProofPlan.Consistency(300, 700).Nodes))
        {
            var tile = TilePath.Holding(node, 700);
            var held = Enumerable.Range((int)tile.Index * 256, tile.Width)
                .SelectMany(i => NaiveTree.Root(hashes.AsSpan(i << (8 * tile.Level), 1 << (8 * tile.Level)))).ToArray();
            Assert.Equal(TreeTests.Node(node, hashes), TilePath.Hash(node, held));
        }
    }

    [Theory]
    [InlineData("tile/0/000", 0, 0, 256)]
    [InlineData("tile/0/x001/x234/067", 0, 1234067, 256)]
    [InlineData("tile/1/x001/x234/067.p/5", 1, 1234067, 5)]
    [InlineData("tile/63/999.p/255", 63, 999, 255)]
    public void Tiles_have_their_addresses(string path, int level, long index, int width)
    {
        Assert.Equal(path, new TilePath(level, index, width).ToString());
        Assert.True(TilePath.TryParse(path, out var tile));
        Assert.Equal(new(level, index, width), tile);
    }

    [Theory]
    [InlineData("tile/0/0")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/xx001/000")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/05")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/+01")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/")]
    [InlineData("tile/0")]
    [InlineData("")]
    public void Other_addresses_are_refused(string path) => Assert.False(TilePath.TryParse(path, out _));
}
