using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lifecycle.Domain;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Application.Import;

/// <summary>What a schema asks of a single value, in words.</summary>
internal static class SchemaText
{
    /// <summary>What is wrong with a text and what to do; null when nothing is.</summary>
    public static string? Wrong(string text, JsonObject rules)
    {
        if (string.IsNullOrWhiteSpace(text) && rules["minLength"] is not null) return "This is empty. Fill it in, or leave the property out where it may be.";
        if (text.Length > (int?)rules["maxLength"]) return $"This has {text.Length:N0} characters. Shorten it to {(int?)rules["maxLength"]:N0}.";
        if ((string?)rules["pattern"] is { } pattern && !Fits(text, pattern))
        {
            return $"'{Shortened(text)}' does not fit. {(string?)rules["description"]}";
        }

        return (string?)rules["format"] switch
        {
            "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                // As the file must hold it, so that it can be typed over what is wrong; what a page asks for is said as people write it.
                $"'{Shortened(text)}' is not a day. Write it as year, month, day, for example 2023-09-04.",
            "body" when !Bodies.IsKnown(text) => UnknownBody(text),
            "addressee" when text != Addressees.AllForces && !Bodies.IsKnown(text) => UnknownBody(text),
            "subject" when text != DeclareCounts.National && !Bodies.IsKnown(text) => UnknownBody(text),
            _ => null,
        };
    }

    public static bool Is(JsonNode? node, string type) => (node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Null => type == "null",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && int.TryParse(node!.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Array => type == "array",
        _ => type == "object",
    };

    public static string Kind(JsonNode? node) => (node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.String => $"the text '{Shortened(node!.GetValue<string>())}'",
        JsonValueKind.Number => $"the number {node!.ToJsonString()}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "a list",
        _ => "an object",
    };

    public static string Article(string type) => type switch
    {
        "null" => "null",
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "an object",
    };

    // In .NET "$" also stands before a last line break; in JSON Schema it does not.
    private static bool Fits(string text, string pattern) =>
        Regex.IsMatch(text, pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string UnknownBody(string id) =>
        $"'{Shortened(id)}' is not the id of a body.{Nearest.Hint(id, Bodies.All.Select(body => body.Id))} Use an id of the list of bodies.";

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
