using System.Collections.Concurrent;
using System.Collections.Frozen;
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
        where T : struct, Enum => Table<T>.Words[value];

    /// <summary>Null when the word is none of them.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum => Table<T>.Values.TryGetValue(word, out var value) ? value : null;

    private static string NameOf(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;

    // Asked several times in every request, and reflection takes longer than all the rest of signing in.
    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> Values = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToFrozenDictionary(NameOf, field => (T)field.GetValue(null)!);

        public static readonly FrozenDictionary<T, string> Words = Values.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
