using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifecycle.Application.Import;

/// <summary>Turns bytes into JSON, or says at which line they cease to be JSON.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Null, and a problem, when the bytes are not JSON.</summary>
    public static JsonNode? Parse(Stream json, string file, List<ImportProblem> problems)
    {
        try
        {
            var bytes = WithoutMark(json);
            RefuseBrokenText(bytes);
            return JsonNode.Parse(bytes, documentOptions: Strict) ?? throw new JsonException("The file holds null.", null, 0, 0);
        }
        catch (JsonException broken)
        {
            var place = new Place(file, Row: (int?)broken.LineNumber + 1, Column: (broken.BytePositionInLine + 1)?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            problems.Add(new ImportProblem(place, $"This is not valid JSON from here on. {Reason(broken)}"));
            return null;
        }
    }

    private static byte[] WithoutMark(Stream json)
    {
        using var all = new MemoryStream();
        json.CopyTo(all);
        var bytes = all.ToArray();
        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    // Half a surrogate pair is allowed by JSON's grammar, yet it is no text and cannot be stored. Reading it would throw much later.
    private static void RefuseBrokenText(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw new JsonException("A text holds half a character (a lone \\u escape).", null, bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'), null);
            }
        }
    }

    // The library ends its message with a path, line and byte that we give as a place.
    private static string Reason(JsonException broken) => broken.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
}
