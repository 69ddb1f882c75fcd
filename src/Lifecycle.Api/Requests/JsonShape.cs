using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lifecycle.Api.Problems;

namespace Lifecycle.Api.Requests;

/// <summary>
/// Compares a JSON document with the type it should become and names everything that does not fit, where the
/// serialiser would stop at the first fault and speak of .NET types.
/// </summary>
internal sealed class JsonShape
{
    private readonly List<FieldError> _errors = [];

    public static IReadOnlyList<FieldError> Check(JsonElement document, Type type)
    {
        var shape = new JsonShape();
        shape.Visit(document, ApiJson.Options.GetTypeInfo(type), "");
        return shape._errors;
    }

    private void Visit(JsonElement value, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                VisitObject(value, type, path);
                break;
            case JsonTypeInfoKind.Enumerable:
                VisitList(value, type, path);
                break;
            default:
                VisitValue(value, type.Type, path);
                break;
        }
    }

    private void VisitObject(JsonElement value, JsonTypeInfo type, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, "must be a JSON object");
            return;
        }

        // Without the fields that only the application may set.
        var known = type.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).ToDictionary(property => property.Name);
        foreach (var member in value.EnumerateObject())
        {
            if (known.TryGetValue(member.Name, out var property))
                VisitMember(member.Value, property, Join(path, member.Name));
            else
                Wrong(Join(path, member.Name), $"is not a field here. The fields are: {string.Join(", ", known.Keys)}");
        }

        foreach (var missing in known.Values.Where(property => IsRequired(property) && !value.TryGetProperty(property.Name, out _)))
            Wrong(Join(path, missing.Name), $"is missing. Give {FieldWords.For(missing.PropertyType)}");
    }

    private void VisitMember(JsonElement value, JsonPropertyInfo property, string path)
    {
        if (value.ValueKind != JsonValueKind.Null)
            Visit(value, ApiJson.Options.GetTypeInfo(property.PropertyType), path);
        else if (IsRequired(property))
            Wrong(path, $"must not be null. Give {FieldWords.For(property.PropertyType)}");
    }

    private void VisitList(JsonElement value, JsonTypeInfo type, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(path, "must be a list in square brackets");
            return;
        }

        var element = ApiJson.Options.GetTypeInfo(type.ElementType!);
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Null)
                Wrong($"{path}[{index}]", "must not be null");
            else
                Visit(item, element, $"{path}[{index}]");
        }
    }

    private void VisitValue(JsonElement value, Type type, string path)
    {
        if (!FieldWords.Fits(value, type))
            Wrong(path, $"must be {FieldWords.For(type)}");
    }

    private void Wrong(string path, string message)
    {
        var field = path.Length == 0 ? "body" : path;
        _errors.Add(new FieldError(field, $"{field} {message}."));
    }

    // A field may be left out exactly when it may be null or the constructor has a default for it.
    private static bool IsRequired(JsonPropertyInfo property) =>
        property.AssociatedParameter is { HasDefaultValue: false } parameter
        && !parameter.IsNullable
        && Nullable.GetUnderlyingType(property.PropertyType) is null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
