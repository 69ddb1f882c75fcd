using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifecycle.Application.Import;

/// <summary>
/// Holds JSON against one of our schemas, says everything that is wrong at once, and fills in defaults. Knows the keywords that our
/// schemas use and no others; messages say what to do, which is why no general validator stands here.
/// </summary>
/// <param name="report">Takes the path and the message of each problem.</param>
internal sealed class SchemaCheck(Action<string, string> report)
{
    public void Check(JsonNode? node, JsonNode schema, string path)
    {
        var rules = Schema.Resolve(schema);
        if (rules["oneOf"] is JsonArray branches)
        {
            if (Choose(node, branches, path) is { } branch) Check(node, branch, path);
        }
        else if (IsOfType(node, rules, path) && IsOneOf(node, rules, path))
        {
            Contents(node, rules, path);
        }
    }

    private void Contents(JsonNode? node, JsonObject rules, string path)
    {
        switch (node)
        {
            case JsonObject item: Properties(item, rules, path); break;
            case JsonArray items: Items(items, rules, path); break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && SchemaText.Wrong(value.GetValue<string>(), rules) is { } wrong:
                report(path, wrong); break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number: Range(value, rules, path); break;
        }
    }

    private void Properties(JsonObject item, JsonObject rules, string path)
    {
        var known = rules["properties"] as JsonObject ?? [];
        foreach (var (name, rule) in known)
        {
            if (item.ContainsKey(name)) Check(item[name], rule!, Inside(path, name));
            else if (rules["required"] is JsonArray required && required.Any(one => (string?)one == name)) report(path, Missing(name, rule!));
            else if (rule!.AsObject().TryGetPropertyValue("default", out var standard)) item[name] = standard?.DeepClone();
        }

        foreach (var (name, value) in item.Where(property => !known.ContainsKey(property.Key)).ToList())
        {
            Additional(name, value, rules, known, path);
        }
    }

    private void Additional(string name, JsonNode? value, JsonObject rules, JsonObject known, string path)
    {
        if (rules["propertyNames"]?["enum"] is JsonArray names && !Words(names).Contains(name))
        {
            report(Inside(path, name), $"'{name}' is not one of: {string.Join(", ", Words(names))}.");
        }
        else if (rules["additionalProperties"] is JsonObject rule)
        {
            Check(value, rule, Inside(path, name));
        }
        else
        {
            report(Inside(path, name), $"'{name}' is not a property here.{Nearest.Hint(name, known.Select(pair => pair.Key))} Correct it or take it out.");
        }
    }

    private void Items(JsonArray items, JsonObject rules, string path)
    {
        if (items.Count < (int?)rules["minItems"]) report(path, "This list is empty. Put at least one item in.");
        for (var i = 0; i < items.Count; i++) Check(items[i], rules["items"]!, $"{path}[{i}]");
    }

    private void Range(JsonValue value, JsonObject rules, string path)
    {
        var number = double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
        var (least, most) = ((double?)rules["minimum"] ?? double.NegativeInfinity, (double?)rules["maximum"] ?? double.PositiveInfinity);
        if (number < least || number > most)
        {
            report(path, $"{value.ToJsonString()} is out of range. Use {(double.IsInfinity(most) ? $"{least} or more" : $"{least} to {most}")}.");
        }
    }

    /// <summary>In our schemas the branches of oneOf differ by one property with a constant value.</summary>
    private JsonObject? Choose(JsonNode? node, JsonArray branches, string path)
    {
        var choices = branches.Select(branch => Schema.Resolve(branch!)).ToList();
        var by = choices[0]["properties"]!.AsObject().First(property => property.Value!["const"] is not null).Key;
        string Constant(JsonObject choice) => (string)choice["properties"]![by]!["const"]!;
        var value = node is JsonObject item && item[by] is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : null;
        var chosen = choices.FirstOrDefault(choice => Constant(choice) == value);
        if (chosen is null) report(Inside(path, by), OneOf(value, choices.ConvertAll(Constant)));
        return chosen;
    }

    private bool IsOneOf(JsonNode? node, JsonObject rules, string path)
    {
        var allowed = rules["enum"] as JsonArray ?? (rules["const"] is { } constant ? [constant.DeepClone()] : null);
        if (allowed is null || allowed.Any(one => JsonNode.DeepEquals(one, node))) return true;
        report(path, OneOf(node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node?.ToJsonString(), Words(allowed)));
        return false;
    }

    private bool IsOfType(JsonNode? node, JsonObject rules, string path)
    {
        string[] allowed = rules["type"] switch { null => [], JsonArray many => [.. Words(many)], var one => [(string)one!] };
        if (allowed.Length == 0 || allowed.Any(type => SchemaText.Is(node, type))) return true;
        report(path, $"This is {SchemaText.Kind(node)}. It must be {string.Join(" or ", allowed.Select(SchemaText.Article))}.");
        return false;
    }

    private static string OneOf(string? value, List<string> allowed) =>
        $"{(value is null ? "Nothing" : $"'{value}'")} does not fit here.{Nearest.Hint(value, allowed)} Use {(allowed.Count == 1 ? "" : "one of ")}{string.Join(", ", allowed)}.";

    private static string Missing(string name, JsonNode rule) =>
        $"'{name}' is missing. Add it. {(string?)rule["description"] ?? (string?)Schema.Resolve(rule)["description"]}".TrimEnd();

    private static string Inside(string path, string name) => $"{path}.{name}";

    private static List<string> Words(JsonArray words) => [.. words.Select(word => word is null ? "null" : word.GetValue<string>())];
}
