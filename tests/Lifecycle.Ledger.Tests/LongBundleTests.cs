using System.Globalization;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>A bundle of many blocks, read on all cores: what is found, and in which order, is as if they were read one after the other.</summary>
public sealed class LongBundleTests
{
    private const int Events = 3000;
    private static readonly Lazy<byte[]> Whole = new(Write);

    [Fact]
    public void Both_verifiers_find_it_good()
    {
        var report = BundleVerifier.Verify(new MemoryStream(Whole.Value), Trust.None);
        Assert.True(report.IsGood);
        Assert.Equal((Events, Events), (report.Leaves, report.Openings));
        Assert.True(SecondVerifier.Verify(Whole.Value, Trust.None));
    }

    [Fact]
    public void Changes_far_apart_are_named_each_by_its_own_event_in_their_order()
    {
        var hostile = HostileZip.Remade(Whole.Value, "leaves.jsonl", text => text
            .Replace("\"count\":2907", "\"count\":1", StringComparison.Ordinal).Replace("\"count\":703", "\"count\":1", StringComparison.Ordinal));
        hostile = HostileZip.Remade(hostile, "openings.jsonl", text => text.Replace("text 1500 ", "text 1501 ", StringComparison.Ordinal));
        var report = BundleVerifier.Verify(new MemoryStream(hostile), Trust.None);
        Assert.Equal([703L, 1500, 2907], report.Findings.Where(finding => finding.Kind == FindingKind.Altered).Select(finding => finding.Index!.Value));
        Assert.Equal((Events, Events), (report.Leaves, report.Openings));
        Assert.False(SecondVerifier.Verify(hostile, Trust.None));
    }

    [Fact]
    public void A_line_that_is_none_is_named_by_its_number_after_what_is_wrong_before_it()
    {
        var hostile = HostileZip.Remade(Whole.Value, "leaves.jsonl", text => text
            .Replace("\n2000 ", "\n2000_", StringComparison.Ordinal).Replace("\"count\":703", "\"count\":1", StringComparison.Ordinal).Replace("\"count\":2907", "\"count\":1", StringComparison.Ordinal));
        var report = BundleVerifier.Verify(new MemoryStream(hostile), Trust.None);
        Assert.Equal([FindingKind.Altered, FindingKind.Malformed], report.Findings.Where(finding => finding.Condemns).Select(finding => finding.Kind));
        Assert.Contains("Line 2001 ", report.Findings[^1].Sentence, StringComparison.Ordinal);
    }

    private static byte[] Write()
    {
        using var signer = SampleLog.Signer();
        var (tree, leaves) = (new CompactRange(), new List<BundledLeaf>());
        for (var index = 0; index < Events; index++)
        {
            var (text, salt) = ($"text {index} {new string('é', 100)}", new byte[Commitment.SaltLength]);
            salt.AsSpan().Fill(7);
            var leaf = Leaf.Write(Event(index, text), new ErasableMembers("/text"), given => salt.CopyTo(given));
            tree.Append(leaf.Hash);
            leaves.Add(new(index, leaf.Body, [Opening.Of(index, "/text", salt, text)]));
        }

        var note = signer.Sign(new Checkpoint(SampleLog.Origin, Events, tree.Root()));
        return new SampleBundle(BundleScope.Log, note, [], [signer.VerifierKey], [], leaves, [], WithEvidence: false).Write();
    }

    private static LeafEvent Event(int index, string text) => new(
        index + 1, new Guid(index, 0, 0, new byte[8]), new Guid(index % 7, 1, 0, new byte[8]), (index / 7) + 1, "progress_reported", DateTimeOffset.UnixEpoch.AddSeconds(index),
        "west-mercia", null, null, null, "{}"u8.ToArray(), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{index}},"text":"{{text}}"}""")));
}
