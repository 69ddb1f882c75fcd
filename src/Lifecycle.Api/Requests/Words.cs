using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Lifecycle.Api.Requests;

/// <summary>The kebab-case words that an enumeration has in JSON and in query parameters.</summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Known = new();

    public static IReadOnlyList<string> Of(Type type) => Known.GetOrAdd(type, static t =>
        [.. t.GetFields(BindingFlags.Public | BindingFlags.Static).Select(NameOf)]);

    public static IReadOnlyList<string> Of<T>()
        where T : struct, Enum => Of(typeof(T));

    public static string Of<T>(T value)
        where T : struct, Enum => NameOf(typeof(T).GetField(value.ToString())!);

    /// <summary>Null when the word is none of them.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        foreach (var field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static))
            if (NameOf(field) == word)
                return (T)field.GetValue(null)!;
        return null;
    }

    private static string NameOf(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;
}
