using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>The strict reading of a leaf, where it takes many bytes at a step or remembers what it read before.</summary>
public sealed class LeafHeadTests
{
    private const string Hash = "2cf0cd6cac77f933a79a0deed308d2ffe7a28d50e88da9841ef97a54c5a47903";

    [Fact]
    public void A_text_of_any_length_is_read_with_what_is_escaped_at_its_end()
    {
        for (var length = 0; length < 100; length++)
        {
            var plain = new string('x', length);
            foreach (var (escaped, end) in new[] { ("", ""), ("\\n", "\n"), ("\\\"", "\""), ("\\\\", "\\"), ("\\u001f", "\u001f"), ("é😀", "é😀") })
                Assert.Equal(plain + end, LeafHead.Read(Leaf("{}", plain + escaped)).Tenant);
        }
    }

    [Fact]
    public void A_control_character_in_any_place_of_a_text_is_refused()
    {
        for (var at = 0; at < 100; at++)
            foreach (var control in "\0\n\u001f")
                Assert.Throws<LedgerFormatException>(() => LeafHead.Read(Leaf("{}", new string('x', at) + control + new string('y', 100 - at))));
    }

    [Fact]
    public void Texts_that_are_alike_are_not_taken_for_each_other()
    {
        var random = new Random(3);
        foreach (var tenant in Enumerable.Range(0, 20_000).Select(_ => $"body-{random.Next(9000)}-{new string('é', random.Next(40))}"))
            Assert.Equal(tenant, LeafHead.Read(Leaf("{}", tenant)).Tenant);
    }

    [Theory]
    [InlineData("""{"a":{"$commitment":"#"}}""", "/a")]
    [InlineData("""{"":{"$commitment":"#"}}""", "/")]
    [InlineData("""{"a/b":{"c~d":{"$commitment":"#"}}}""", "/a~1b/c~0d")]
    [InlineData("""{"\"\\\n":{"é😀":{"$commitment":"#"}}}""", "/\"\\\n/é😀")]
    [InlineData("""{"a":[1,{"b":[[],[{"$commitment":"#"},{"$commitment":"#"}]]}],"b":{"$commitment":"#"}}""", "/a/1/b/1/0 /a/1/b/1/1 /b")]
    public void Pointers_are_those_of_the_standard(string data, string pointers)
    {
        var leaf = Leaf(data.Replace("#", Hash, StringComparison.Ordinal), "t");
        Assert.Equal(pointers.Split(' '), LeafHead.Read(leaf).Commitments.Select(commitment => commitment.Pointer));
        Assert.Equal(pointers.Split(' '), LeafCommitment.Read(leaf).Select(commitment => commitment.Pointer));
        Assert.All(LeafHead.Read(leaf).Commitments, commitment => Assert.Equal(Hash, Convert.ToHexStringLower(commitment.Hash)));
    }

    [Theory]
    [InlineData("""{"a":1,"b":0,"c":-1,"d":123456789012345,"e":9007199254740991,"f":0.5}""", true)]
    [InlineData("""{"a":01}""", false)]
    [InlineData("""{"a":00}""", false)]
    [InlineData("""{"a":-0}""", false)]
    [InlineData("""{"a":1.0}""", false)]
    [InlineData("""{"a":1e2}""", false)]
    [InlineData("""{"a":1x}""", false)]
    [InlineData("""{"a":9007199254740993}""", false)]
    [InlineData("""{"a":}""", false)]
    public void Numbers_stand_in_their_one_form(string data, bool good)
    {
        if (good) LeafHead.Read(Leaf(data, "t"));
        else Assert.Throws<LedgerFormatException>(() => LeafHead.Read(Leaf(data, "t")));
    }

    [Theory]
    [InlineData("{}", "t", "", false)]
    [InlineData("{}", "t", "\"takenIn\":true,", true)]
    [InlineData("{}", ",\\\"takenIn\\\":true,", "", false)]
    [InlineData("""{"position":1,"stream":"s","takenIn":true,"tenant":"t"}""", "t", "", false)]
    [InlineData("""{"position":1,"stream":"s","takenIn":true,"tenant":"t"}""", "t", "\"takenIn\":true,", true)]
    [InlineData("{}", ",\\\"position\\\":1", "\"takenIn\":true,", true)]
    public void A_leaf_says_itself_that_it_was_taken_in_and_nothing_inside_it_does(string data, string tenant, string says, bool takenIn)
    {
        var leaf = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Leaf(data, tenant)).Replace("000002\",\"tenant\"", $"000002\",{says}\"tenant\"", StringComparison.Ordinal));
        Assert.Equal(takenIn, LeafHead.Read(leaf).TakenIn);
        Assert.Equal(takenIn, LeafHead.IsTakenIn(leaf));
    }

    private static byte[] Leaf(string data, string tenant) => Encoding.UTF8.GetBytes(
        $$"""{"data":{{data}},"headers":{},"id":"0b7f6d3e-5a44-5c1e-9d3b-000000000001","position":1,"stream":"0b7f6d3e-5a44-5c1e-9d3b-000000000002","tenant":"{{tenant}}","timestamp":"2026-11-21T09:00:00.000000Z","type":"x","version":1}""");
}
