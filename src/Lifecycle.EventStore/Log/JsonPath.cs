using System.Globalization;
using System.Text.Json;
using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log;

/// <summary>Follows a JSON pointer (RFC 6901).</summary>
internal static class JsonPath
{
    /// <summary>Null where it leads nowhere.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        foreach (var part in JsonPointer.Parse(pointer))
        {
            if (root.ValueKind == JsonValueKind.Array && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var item) && item < root.GetArrayLength()) root = root[item];
            else if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(part, out var member)) root = member;
            else return null;
        }

        return root;
    }
}
