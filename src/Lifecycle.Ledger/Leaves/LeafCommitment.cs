using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>A commitment as it stands in a leaf: where in the event's data, and the hash.</summary>
public sealed record LeafCommitment(string Pointer, byte[] Hash)
{
    /// <summary>All commitments of a leaf, in the order of its bytes.</summary>
    public static IReadOnlyList<LeafCommitment> Read(ReadOnlySpan<byte> leaf)
    {
        try
        {
            using var document = JsonDocument.Parse(leaf.ToArray(), new JsonDocumentOptions { MaxDepth = CanonicalJson.MaxDepth });
            var found = new List<LeafCommitment>();
            if (document.RootElement.TryGetProperty("data", out var data)) Collect(data, "", found);
            return found;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new LedgerFormatException($"The leaf is not a JSON object: {wrong.Message}", wrong);
        }
    }

    private static void Collect(JsonElement value, string pointer, List<LeafCommitment> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var item = 0;
            foreach (var inner in value.EnumerateArray()) Collect(inner, $"{pointer}/{item++}", found);
        }

        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in value.EnumerateObject())
        {
            if (member.NameEquals(Commitment.Member)) found.Add(new(pointer, Digest(member.Value, pointer)));
            else Collect(member.Value, JsonPointer.Append(pointer, member.Name), found);
        }
    }

    private static byte[] Digest(JsonElement value, string pointer) =>
        value.ValueKind == JsonValueKind.String && Hex.TryRead(value.GetString()!, out var hash)
            ? hash
            : throw new LedgerFormatException($"The commitment at {pointer} is not 64 lower-case hexadecimal digits.");
}
