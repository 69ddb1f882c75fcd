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
        var reader = new Utf8JsonReader(leaf, new JsonReaderOptions { MaxDepth = CanonicalJson.MaxDepth });
        return Enters(ref reader, "data"u8) && Enters(ref reader, "sha256"u8) && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length == 64 && Hex.Is(reader.ValueSpan)
            ? reader.GetString()
            : null;
    }

    /// <summary>Goes from before an object to the value of one of its members.</summary>
    private static bool Enters(ref Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        if (reader.TokenType == JsonTokenType.None) reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(member);
            reader.Read();
            if (found) return true;
            reader.Skip();
        }

        return false;
    }
}
