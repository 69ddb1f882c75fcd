using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>SHA-256 of many messages at once is that of the library, with lanes (where this processor has them) and without.</summary>
public sealed class HashBatchTests
{
    private readonly Random random = new(6234);

    public static TheoryData<bool> Ways => [Sha256Lanes.IsSupported, false];

    // NIST, Cryptographic Standards and Guidelines, Examples with Intermediate Values: SHA-256; and the empty message of its test vectors.
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void It_is_the_one_of_the_standard(string message, string hash)
    {
        foreach (var lanes in Ways) Assert.Equal([hash], Hashes(lanes, [Encoding.ASCII.GetBytes(message)]).Select(Convert.ToHexStringLower));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_length_from_0_to_300_in_one_batch(bool lanes) => AreTheLibrarys(lanes, Enumerable.Range(0, 301));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Batches_of_every_size_around_that_of_the_lanes(bool lanes)
    {
        for (var size = 0; size <= 35; size++) AreTheLibrarys(lanes, Enumerable.Range(0, size).Select(_ => random.Next(200)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Long_and_short_messages_together(bool lanes)
    {
        for (var round = 0; round < 20; round++)
            AreTheLibrarys(lanes, Enumerable.Range(0, 100).Select(_ => random.Next(8) switch { 0 => random.Next(100_000), 1 => random.Next(4080, 4110), _ => random.Next(2000) }));
    }

    [Fact]
    public void A_batch_is_used_again()
    {
        var batch = new HashBatch();
        foreach (var message in new byte[][] { [1], [2, 3] })
        {
            batch.Clear();
            batch.Add([], message);
            Assert.Equal(SHA256.HashData(message), batch.Hash().ToArray());
        }
    }

    [Fact]
    public void A_tree_hashed_tile_by_tile_has_the_roots_of_one_hashed_leaf_by_leaf()
    {
        var (tiles, leaves) = (new TileRange(), new CompactRange());
        for (var leaf = 0; leaf < 1100; leaf++)
        {
            var hash = SHA256.HashData(BitConverter.GetBytes(leaf));
            tiles.Append(hash);
            leaves.Append(hash);
            Assert.Equal(leaves.Size, tiles.Size);
            Assert.Equal(leaves.Root(), tiles.Root());
        }
    }

    private void AreTheLibrarys(bool lanes, IEnumerable<int> lengths)
    {
        var messages = lengths.Select(length => { var bytes = new byte[length]; random.NextBytes(bytes); return bytes; }).ToList();
        Assert.Equal(messages.Select(message => SHA256.HashData(message)), Hashes(lanes, messages));
    }

    private IEnumerable<byte[]> Hashes(bool lanes, IReadOnlyList<byte[]> messages)
    {
        var batch = new HashBatch(lanes);
        foreach (var message in messages)
        {
            var one = random.Next(message.Length + 1);
            batch.Add(message.AsSpan(0, one), message.AsSpan(one));
        }

        return batch.Hash().ToArray().Chunk(Rfc6962.HashLength);
    }
}
