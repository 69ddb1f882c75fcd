using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>Texts that are said to be erased, until the <c>erased</c> event that took them away comes by. Remembers only those that are waiting.</summary>
internal sealed class ErasureBook(Findings findings)
{
    private const string Type = "erased";

    private readonly Dictionary<long, List<Waiting>> waiting = [];

    private sealed record Waiting(long Index, long Position, string Tenant, Guid Stream, long Version, string Pointer);

    public void Expect(long index, LeafHead head, string pointer, long by)
    {
        var text = new Waiting(index, head.Position, head.Tenant, head.Stream, head.Version, pointer);
        if (by <= index) Unfounded(text, by);
        else if (waiting.TryGetValue(by, out var others)) others.Add(text);
        else waiting[by] = [text];
    }

    public void Resolve(long index, LeafHead head, ReadOnlySpan<byte> leaf)
    {
        if (!waiting.Remove(index, out var texts)) return;
        using var document = JsonDocument.Parse(leaf.ToArray());
        var data = document.RootElement.GetProperty("data");
        foreach (var text in texts)
        {
            if (head.Type == Type && head.Stream == text.Stream && head.Tenant == text.Tenant && Names(data, text))
                findings.Add(FindingKind.Erased, Sentence(text, document.RootElement, data), text.Index, text.Position, "/data" + text.Pointer);
            else
                Unfounded(text, index);
        }
    }

    public void Finish()
    {
        foreach (var (by, texts) in waiting)
            foreach (var text in texts) Unfounded(text, by);
    }

    private static bool Names(JsonElement data, Waiting text) =>
        data.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out var number) && number == text.Version
        && data.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
        && fields.EnumerateArray().Any(field => field.ValueKind == JsonValueKind.String && field.GetString() == text.Pointer);

    private static string Sentence(Waiting text, JsonElement leaf, JsonElement data)
    {
        var actor = leaf.TryGetProperty("headers", out var headers) && headers.TryGetProperty("actor", out var by) && by.ValueKind == JsonValueKind.String ? by.GetString() : "somebody unnamed";
        var basis = data.TryGetProperty("basis", out var under) && under.ValueKind == JsonValueKind.String ? under.GetString() : "no stated basis";
        return $"The text at {text.Pointer} of event {text.Index} was erased on {leaf.GetProperty("timestamp").GetString()![..10]} by {actor} under {basis}.";
    }

    private void Unfounded(Waiting text, long by) => findings.Add(
        FindingKind.Removed,
        $"The text at {text.Pointer} of event {text.Index} is missing: event {by} is not an erasure of it in this bundle.",
        text.Index,
        text.Position,
        "/data" + text.Pointer);
}
