namespace Lifecycle.Ledger;

/// <summary>keys.txt: one key a line, the log's first.</summary>
internal sealed record BundleKeys(IReadOnlyList<VerifierKey> Log, IReadOnlyList<VerifierKey> Witnesses)
{
    public byte[] ToBytes() => StrictUtf8.Bytes(string.Concat(Log.Select(key => $"log {key}\n").Concat(Witnesses.Select(key => $"witness {key}\n"))));

    public static BundleKeys Parse(byte[] bytes)
    {
        var lines = StrictUtf8.Text(bytes).Split('\n');
        var keys = new BundleKeys(With("log ", lines), With("witness ", lines));
        return keys.Log.Count > 0 && keys.Log.All(key => key.CanVerify) && keys.ToBytes().AsSpan().SequenceEqual(bytes)
            ? keys
            : throw new LedgerFormatException("keys.txt is not a list of the log's ECDSA keys, then the witnesses' keys.");
    }

    private static List<VerifierKey> With(string role, string[] lines) =>
        [.. lines.Where(line => line.StartsWith(role, StringComparison.Ordinal)).Select(line => VerifierKey.Parse(line[role.Length..]))];
}
