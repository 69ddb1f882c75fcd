namespace Lifecycle.Api.Ledger;

/// <summary>What the ledger's answers look like; the signatures are shortened.</summary>
internal static class LedgerExamples
{
    public const string Checkpoint =
        "lifecycle.example/5a1b2c3d\n42\nqINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n\n— lifecycle.example/5a1b2c3d Vd4VqjBFAiEA...\n";

    public const string Receipt =
        "c2sp.org/tlog-proof@v1\nextra eyJjb3JyZWxhdGlvbiI6...\nindex 41\nqINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n\n" + Checkpoint;

    public const string Consistency = "qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n";

    public const string Bundle = "A zip; its README.txt says how to verify it.";

    public const string Tile = "32 bytes for each hash";
}
