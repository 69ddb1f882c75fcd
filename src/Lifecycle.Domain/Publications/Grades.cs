using System.Text.Json;

namespace Lifecycle.Domain.Publications;

/// <summary>Grades as the words of the API.</summary>
internal static class Grades
{
    /// <summary>Null for "not graded".</summary>
    public static string? Word(JudgmentGrade? grade) => JsonSerializer.SerializeToNode(grade, EventCodec.Json)?.GetValue<string>();

    public static bool IsWord(string? word, JudgmentScale scale) => Enum.GetValues<JudgmentGrade>()
        .Any(grade => Word(grade) == word && !(grade == JudgmentGrade.Adequate && scale == JudgmentScale.FourPoint));
}
