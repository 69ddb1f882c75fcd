using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>Where two leaves differ first.</summary>
public static class LeafDifference
{
    /// <summary>A JSON pointer; empty where they are not both JSON, null where they are equal.</summary>
    public static string? First(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other)) return null;
        try
        {
            using var a = JsonDocument.Parse(one.ToArray());
            using var b = JsonDocument.Parse(other.ToArray());
            return First(a.RootElement, b.RootElement, "") ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string? First(JsonElement one, JsonElement other, string pointer)
    {
        if (one.ValueKind != other.ValueKind) return pointer;
        return one.ValueKind switch
        {
            JsonValueKind.Object => Members(one, other, pointer),
            JsonValueKind.Array => Items(one, other, pointer),
            _ => one.GetRawText() == other.GetRawText() ? null : pointer,
        };
    }

    private static string? Members(JsonElement one, JsonElement other, string pointer)
    {
        var names = one.EnumerateObject().Concat(other.EnumerateObject()).Select(member => member.Name).Distinct().Order(StringComparer.Ordinal);
        return names
            .Select(name => one.TryGetProperty(name, out var mine) && other.TryGetProperty(name, out var theirs)
                ? First(mine, theirs, JsonPointer.Append(pointer, name))
                : JsonPointer.Append(pointer, name))
            .FirstOrDefault(found => found is not null);
    }

    private static string? Items(JsonElement one, JsonElement other, string pointer)
    {
        for (var item = 0; item < Math.Min(one.GetArrayLength(), other.GetArrayLength()); item++)
            if (First(one[item], other[item], $"{pointer}/{item}") is { } found) return found;
        return one.GetArrayLength() == other.GetArrayLength() ? null : $"{pointer}/{Math.Min(one.GetArrayLength(), other.GetArrayLength())}";
    }
}
