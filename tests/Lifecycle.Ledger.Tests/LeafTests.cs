using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>The bytes that are hashed.</summary>
public sealed class LeafTests
{
    private static readonly ErasableMembers Erasable = new("/summary", "/steps/*/text", "/link");

    internal static readonly LeafEvent Raised = new(
        42,
        Guid.Parse("0192d3c4-0000-7000-8000-0000000000AA"),
        Guid.Parse("7d444840-9dc0-11d1-b245-5ffdce74fad2"),
        3,
        "steps_to_green_set",
        new DateTimeOffset(2026, 11, 21, 14, 23, 59, TimeSpan.FromHours(1)).AddTicks(1234567),
        "west-mercia",
        null,
        "c-1",
        null,
        Encoding.UTF8.GetBytes("""{"role":"flo","actor":"a-1"}"""),
        Encoding.UTF8.GetBytes("""{"summary":"Keep \"it\" complete.","level":2,"steps":[{"id":"s1","text":"One"},{"text":"Two","id":"s2"}],"link":null}"""));

    [Fact]
    public void A_leaf_has_its_members_in_order_and_texts_behind_commitments()
    {
        var leaf = Write(Raised);
        string[] commitments = [.. new[] { (1, "One"), (2, "Two"), (3, "Keep \"it\" complete.") }.Select(text => Commit(text.Item1, text.Item2))];
        Assert.Equal(
            $$$"""{"correlation":"c-1","data":{"level":2,"link":null,"steps":[{"id":"s1","text":{"$commitment":"{{{commitments[0]}}}"}},{"id":"s2","text":{"$commitment":"{{{commitments[1]}}}"}}],"summary":{"$commitment":"{{{commitments[2]}}}"}},"headers":{"actor":"a-1","role":"flo"},"id":"0192d3c4-0000-7000-8000-0000000000aa","position":42,"stream":"7d444840-9dc0-11d1-b245-5ffdce74fad2","tenant":"west-mercia","timestamp":"2026-11-21T13:23:59.123456Z","type":"steps_to_green_set","version":3}""",
            Encoding.UTF8.GetString(leaf.Body));
        Assert.Equal(96, leaf.Salts.Length);
        Assert.Equal(Rfc6962.LeafHash(leaf.Body), leaf.Hash);
        Assert.Equal(leaf.Body, CanonicalJson.Write(leaf.Body));
        Assert.Equal(["/steps/0/text", "/steps/1/text", "/summary"], LeafCommitment.Read(leaf.Body).Select(found => found.Pointer));
    }

    [Fact]
    public void All_thirteen_members_come_in_canonical_order()
    {
        var leaf = Leaf.Write(Raised with { DotNetType = "A, B", Causation = "x\ty", TakenIn = true }, ErasableMembers.None, _ => { }).Body;
        Assert.Equal(leaf, CanonicalJson.Write(leaf));
        Assert.StartsWith("{\"causation\":\"x\\ty\",\"correlation\":\"c-1\",\"data\":", Encoding.UTF8.GetString(leaf), StringComparison.Ordinal);
        Assert.Contains("\"stream\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"takenIn\":true,\"tenant\":", Encoding.UTF8.GetString(leaf), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_there_are_not_are_left_out_and_empty_ones_are_not()
    {
        Assert.DoesNotContain("headers", Encoding.UTF8.GetString(Write(Raised with { Headers = null }).Body), StringComparison.Ordinal);
        Assert.Contains("},\"headers\":{},\"id\":", Encoding.UTF8.GetString(Write(Raised with { Headers = "{}"u8.ToArray() }).Body), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_row_gives_the_same_leaf_again()
    {
        var leaf = Write(Raised);
        Assert.Equal(leaf.Body, Leaf.Rewrite(Raised, Erasable, leaf.Salts, leaf.Body));
    }

    [Fact]
    public void A_changed_text_gives_another_leaf_and_an_erased_one_the_same()
    {
        var leaf = Write(Raised);
        var changed = Raised with { Data = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Raised.Data.Span).Replace("\"One\"", "\"[erased]\"", StringComparison.Ordinal)) };
        Assert.NotEqual(leaf.Body, Leaf.Rewrite(changed, Erasable, leaf.Salts, leaf.Body));
        byte[] erased = [.. new byte[32], .. leaf.Salts.AsSpan(32)];
        Assert.Equal(leaf.Body, Leaf.Rewrite(changed, Erasable, erased, leaf.Body));
    }

    [Fact]
    public void Data_that_already_has_a_commitment_is_refused() =>
        Assert.Throws<LedgerFormatException>(() => Write(Raised with { Data = "{\"a\":[{\"$commitment\":\"x\"}]}"u8.ToArray() }));

    [Fact]
    public void Data_and_headers_are_objects()
    {
        Assert.Throws<LedgerFormatException>(() => Write(Raised with { Data = "[]"u8.ToArray() }));
        Assert.Throws<LedgerFormatException>(() => Write(Raised with { Headers = "null"u8.ToArray() }));
    }

    private static WrittenLeaf Write(LeafEvent e)
    {
        byte next = 1;
        return Leaf.Write(e, Erasable, salt => salt.Fill(next++));
    }

    private static string Commit(int salt, string text) =>
        Convert.ToHexStringLower(Commitment.Of(Enumerable.Repeat((byte)salt, 32).ToArray(), Encoding.UTF8.GetBytes(text)));
}
