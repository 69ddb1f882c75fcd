using System.Text.Json;

namespace Lifecycle.Api.Requests;

/// <summary>Says in words what a field of a type must hold, and whether a JSON value does.</summary>
internal static class FieldWords
{
    public static string For(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            { IsEnum: true } => $"one of {string.Join(", ", Words.Of(plain))}",
            _ when plain == typeof(string) => "text in double quotes",
            _ when plain == typeof(bool) => "true or false",
            _ when plain == typeof(int) || plain == typeof(long) => "a whole number",
            _ when plain == typeof(decimal) => "a number",
            _ when plain == typeof(DateOnly) => "a day such as \"2023-09-04\"",
            _ when plain.IsArray || plain.IsGenericType => "a list or an object, as the API reference shows",
            _ => "an object, as the API reference shows",
        };
    }

    public static bool Fits(JsonElement value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        // The serialiser would also take a number, or several words with commas.
        if (plain.IsEnum)
            return value.ValueKind == JsonValueKind.String && Words.Of(plain).Contains(value.GetString()!);
        try
        {
            value.Deserialize(ApiJson.Options.GetTypeInfo(type));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
