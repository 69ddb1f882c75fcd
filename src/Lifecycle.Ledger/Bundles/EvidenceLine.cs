using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>evidence.jsonl: the digest that each bundled leaf of an <c>evidence_submitted</c> names, unless it names a link.</summary>
internal static class EvidenceLine
{
    private const string Type = "evidence_submitted";

    public static byte[] Of(long index, string sha256) => StrictUtf8.Bytes($"{{\"index\":{index},\"sha256\":\"{sha256}\"}}\n");

    public static string? Digest(LeafHead head, ReadOnlySpan<byte> leaf)
    {
        if (head.Type != Type) return null;
        using var document = JsonDocument.Parse(leaf.ToArray());
        return document.RootElement.GetProperty("data").TryGetProperty("sha256", out var digest)
            && digest.ValueKind == JsonValueKind.String && Hex.TryRead(digest.GetString()!, out _)
            ? digest.GetString()
            : null;
    }
}
