using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lifecycle.Api.Problems;

namespace Lifecycle.Api.Tests;

public sealed partial class ProblemTests(Service service)
{
    [Fact]
    public void Every_code_that_a_rule_can_refuse_with_is_in_the_catalogue_and_no_other()
    {
        var raised = Sources("Lifecycle.Domain", "Lifecycle.Application")
            .SelectMany(text => RefusalCode().Matches(text))
            .Select(match => match.Groups[1].Value)
            // What the ledger cannot tell is no rule of the domain's.
            .Except(RequestProblems.All.Select(problem => problem.Code))
            .ToHashSet();
        Assert.Equal(raised.Order(StringComparer.Ordinal), RuleProblems.All.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_are_unique_words_and_say_what_to_do()
    {
        Assert.Distinct(ProblemCatalogue.All.Select(problem => problem.Code));
        Assert.All(ProblemCatalogue.All, problem =>
        {
            Assert.Matches("^[a-z]+(_[a-z]+)*$", problem.Code);
            Assert.InRange(problem.Status, 400, 599);
            Assert.EndsWith(".", problem.WhatToDo, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_description()
    {
        var answer = await service.Nobody().GetAsync("/api/v1/recommendations");
        var page = await service.Nobody().ReadAsync(answer.Body.GetProperty("type").GetString()!);
        Assert.Equal(answer.Code, page.GetProperty("code").GetString());
        Assert.Equal(ProblemCatalogue.All.Count, (await service.Nobody().ReadAsync("/problems")).GetArrayLength());
    }

    [Fact]
    public async Task A_problem_carries_its_status_title_and_trace()
    {
        var answer = await service.As("demo.hmi").GetAsync("/api/v1/recommendations/none");
        Assert.Equal((404, "There is no such thing"), (answer.Body.GetProperty("status").GetInt32(), answer.Body.GetProperty("title").GetString()));
        Assert.Matches("^[0-9a-f]{32}$", answer.Body.GetProperty("traceId").GetString());
        Assert.Equal("no-store, no-cache", answer.Headers["Cache-Control"]);
    }

    private static IEnumerable<string> Sources(params string[] projects) =>
        from project in projects
        from file in Directory.EnumerateFiles(Path.Combine(Root(), "src", project), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select File.ReadAllText(file);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    // A code stands first in a refusal, or second in a check, with its message after it.
    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)+)\",\\s*\\$?\"")]
    private static partial Regex RefusalCode();
}
