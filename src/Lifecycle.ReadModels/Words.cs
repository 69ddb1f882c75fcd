using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Lifecycle.ReadModels;

/// <summary>The words of the API for the values of an enum, which are also what the tables hold.</summary>
public static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => Vocabulary<T>.ByValue[value];

    public static T Parse<T>(string word) where T : struct, Enum => Vocabulary<T>.ByWord[word];

    private static class Vocabulary<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(value => value, WordOf);
        public static readonly FrozenDictionary<string, T> ByWord = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        private static string WordOf(T value) =>
            typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name;
    }
}
