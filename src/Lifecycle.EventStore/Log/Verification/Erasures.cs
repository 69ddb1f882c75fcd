using System.Text.Json;
using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>Texts whose salt is gone, until the event comes by that says who took them away. Whatever no event accounts for was altered.</summary>
internal sealed class Erasures(Findings found)
{
    private const string Type = "erased";
    private const string Text = "[erased]";
    private const int MostWaiting = 100_000;

    private readonly Dictionary<(string Tenant, Guid Stream, long Version, string Pointer), (long Index, long Position)> _waiting = [];

    /// <summary>Notes every text of a leaf whose salt was taken away, and whether something else was put in its place.</summary>
    public void Expect(LeafRow leaf, LeafEvent e)
    {
        if (!Enumerable.Range(0, leaf.Salts.Length / Commitment.SaltLength).Any(place => IsErased(leaf, place))) return;
        using var data = JsonDocument.Parse(e.Data);
        foreach (var (place, commitment) in LeafCommitment.Read(leaf.Body).Index().Where(c => IsErased(leaf, c.Index)))
        {
            if (_waiting.Count == MostWaiting || !IsReplaced(data.RootElement, commitment.Pointer)) Unfounded(commitment.Pointer, leaf.Index, leaf.Position);
            else _waiting[(e.Tenant, e.Stream, e.Version, commitment.Pointer)] = (leaf.Index, leaf.Position);
        }
    }

    /// <summary>Crosses off what this event erased.</summary>
    public void Resolve(LeafEvent e)
    {
        if (e.Type != Type || _waiting.Count == 0) return;
        using var data = JsonDocument.Parse(e.Data);
        using var headers = JsonDocument.Parse(e.Headers ?? "{}"u8.ToArray());
        foreach (var pointer in Pointers(data.RootElement, out var version))
        {
            if (!_waiting.Remove((e.Tenant, e.Stream, version, pointer), out var place)) continue;
            found.Add(
                FindingKind.Erased,
                $"The text at {pointer} of the event at position {place.Position} was erased on {e.Timestamp:yyyy-MM-dd} by {Word(headers.RootElement, "actor")} under {Word(data.RootElement, "basis")}.",
                place.Index, place.Position, "/data" + pointer);
        }
    }

    public void Finish()
    {
        foreach (var ((_, _, _, pointer), (index, position)) in _waiting) Unfounded(pointer, index, position);
    }

    private static bool IsErased(LeafRow leaf, int place) =>
        Commitment.IsErased(leaf.Salts.AsSpan(place * Commitment.SaltLength, Commitment.SaltLength));

    private static bool IsReplaced(JsonElement data, string pointer) =>
        JsonPath.Find(data, pointer) is { ValueKind: JsonValueKind.String } text && text.ValueEquals(Text);

    private static IEnumerable<string> Pointers(JsonElement data, out long version)
    {
        version = data.TryGetProperty("version", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var given) ? given : 0;
        return data.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray().Where(field => field.ValueKind == JsonValueKind.String).Select(field => field.GetString()!)]
            : [];
    }

    private static string Word(JsonElement of, string member) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(member, out var word) && word.ValueKind == JsonValueKind.String ? word.GetString()! : "nobody knows what";

    private void Unfounded(string pointer, long index, long position) => found.Add(
        FindingKind.Altered, $"The text at {pointer} of the event at position {position} was taken away, and no event says by whom.", index, position, "/data" + pointer);
}
