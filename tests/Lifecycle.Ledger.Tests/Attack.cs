namespace Lifecycle.Ledger.Tests;

/// <summary>Words that tests of attacks share.</summary>
internal static class Attack
{
    public static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> leaf, string old, string by) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(leaf.Span).Replace(old, by, StringComparison.Ordinal));

    public static List<BundledLeaf> With(IReadOnlyList<BundledLeaf> leaves, int at, Func<BundledLeaf, BundledLeaf> change) =>
        [.. leaves.Select((leaf, number) => number == at ? change(leaf) : leaf)];

    public static (FindingKind Kind, long? Index) Placed(Finding finding) => (finding.Kind, finding.Index);

    public static (FindingKind Kind, long Index, long Position) Named(Finding finding) => (finding.Kind, finding.Index!.Value, finding.Position!.Value);

    /// <summary>Both verifiers refuse it; the first says why.</summary>
    public static Finding Refused(byte[] bytes, Trust trust)
    {
        var first = BundleVerifier.Verify(new MemoryStream(bytes), trust).Findings.First(finding => finding.Condemns);
        Assert.False(SecondVerifier.Verify(bytes, trust), $"The second verifier accepted what is {first}");
        return first;
    }
}
