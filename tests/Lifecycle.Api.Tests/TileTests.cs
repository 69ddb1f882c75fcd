using System.Buffers.Binary;
using Lifecycle.Ledger;

namespace Lifecycle.Api.Tests;

/// <summary>The tiles of the tree over HTTP, from which anybody can make the whole of it.</summary>
public sealed class TileTests(Service service)
{
    private const string Root = "/api/v1/ledger";

    private Person Auditor => service.As("demo.auditor");

    [Fact]
    public async Task Tiles_and_entries_are_the_tree_of_the_checkpoint()
    {
        var checkpoint = Signing.CheckpointOf((await Signing.SignAsync(Auditor)).Text);
        var range = new CompactRange();
        for (var index = 0L; index << 8 < checkpoint.Size; index++)
        {
            var width = (int)Math.Min(256, checkpoint.Size - (index << 8));
            var name = new TilePath(0, index, width).ToString()["tile/0/".Length..];
            var (tile, entries) = (await BytesAsync($"{Root}/tile/0/{name}"), await BytesAsync($"{Root}/tile/entries/{name}"));
            foreach (var hash in tile!.Chunk(32))
            {
                range.Append(hash);
                // Another test may have published what is too long for the form.
                if (entries is null) continue;
                var length = BinaryPrimitives.ReadUInt16BigEndian(entries);
                Assert.Equal(Rfc6962.LeafHash(entries.AsSpan(2, length)), hash);
                entries = entries[(2 + length)..];
            }
        }

        Assert.Equal(Convert.ToHexString(checkpoint.Root), Convert.ToHexString(range.Root()));
    }

    [Fact]
    public async Task Tiles_are_kept_for_ever_and_entries_are_for_those_who_see_everything()
    {
        await Signing.SignAsync(Auditor);
        var (hashes, entries) = (await Auditor.GetAsync($"{Root}/tile/0/000.p/1"), await Auditor.GetAsync($"{Root}/tile/entries/000.p/1"));

        Assert.Equal("public, max-age=31536000, immutable", hashes.Headers["Cache-Control"]);
        Assert.Equal("max-age=31536000, private, immutable", entries.Headers["Cache-Control"]);
        Assert.Equal(200, (await service.As("demo.flo.west-mercia").GetAsync($"{Root}/tile/0/000.p/1")).Status);
        Assert.Equal("not_found", (await service.As("demo.flo.west-mercia").GetAsync($"{Root}/tile/entries/000.p/1")).Code);
    }

    [Theory]
    [InlineData("0/999")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/0")]
    [InlineData("0/x000/000")]
    [InlineData("64/000")]
    [InlineData("-1/000")]
    [InlineData("7/000")]
    [InlineData("entries/")]
    [InlineData("entries/x999/x999/x999/x999/x999/999")]
    [InlineData("0/..%2F..%2Fcheckpoint")]
    [InlineData("0/x999/x999/x999/x999/x999/x999/999")]
    public async Task A_tile_that_is_none_is_not_found(string path) =>
        Assert.Equal("not_found", (await Auditor.GetAsync($"{Root}/tile/{path}")).Code);

    private async Task<byte[]?> BytesAsync(string path)
    {
        using var answer = await Auditor.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode == 422 ? null : await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
