namespace Lifecycle.Api.Problems;

/// <summary>Every problem that the API can answer with. A code, once published, keeps its meaning.</summary>
public static class ProblemCatalogue
{
    private static readonly Dictionary<string, Problem> ByCode =
        RequestProblems.All.Concat(RuleProblems.All).ToDictionary(problem => problem.Code);

    /// <summary>All, by status and code.</summary>
    public static IReadOnlyList<Problem> All { get; } =
        [.. ByCode.Values.OrderBy(problem => problem.Status).ThenBy(problem => problem.Code, StringComparer.Ordinal)];

    public static Problem? Find(string code) => ByCode.GetValueOrDefault(code);
}
