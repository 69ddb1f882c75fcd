using System.Text.Json;
using Lifecycle.Testing;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>What a file brings in: all of it once, or nothing and the reasons.</summary>
public sealed class ImportTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string StopAndSearch = "peel-2021-22-west-mercia-afi-1-west-mercia";
    private Prompt _prompt = new("");

    public async ValueTask InitializeAsync() => _prompt = new(await postgres.CreateDatabaseAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_sample_is_imported_once_and_a_second_time_adds_nothing()
    {
        Assert.StartsWith("Added ", (await _prompt.SucceedAsync("import", "--sample")).Output, StringComparison.Ordinal);
        Assert.Equal("The register holds all of this already. Nothing was added.", (await _prompt.SucceedAsync("import", "--sample")).Output.Trim());
    }

    [Fact]
    public async Task Two_imports_at_once_leave_one_register()
    {
        await _prompt.ExpectAsync(ExitCodes.NotFound, "status", StopAndSearch);

        await Task.WhenAll(_prompt.SucceedAsync("import", "--sample"), _prompt.SucceedAsync("import", "--sample"));

        var history = JsonDocument.Parse((await _prompt.SucceedAsync("history", StopAndSearch, "--json")).Output).RootElement;
        Assert.Equal(Enumerable.Range(1, 10), history.EnumerateArray().Select(e => e.GetProperty("version").GetInt32()));
        Assert.Contains("Nothing was added", (await _prompt.SucceedAsync("import", "--sample")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_and_stores_nothing()
    {
        Assert.Contains("This would add", (await _prompt.SucceedAsync("import", "--sample", "--dry-run")).Output, StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.NotFound, "status", StopAndSearch);
    }

    [Fact]
    public async Task A_broken_file_shows_every_problem_with_its_place_and_nothing_is_stored()
    {
        using var file = new TemporaryFile(".json", """
            {
              "format": "lifecycle-register/1", "title": "Broken", "publications": [
                { "id": "good", "title": "Good", "kind": "peel", "publishedOn": "2025-05-14", "source": "s",
                  "records": [{ "number": "1", "kind": "recommendation", "title": "t", "summary": "s", "addressees": ["kent"], "level": 2 }] },
                { "id": "bad", "title": "Bad", "kind": "peel", "publishedOn": "14 May", "colour": "red", "source": "s" }
              ]
            }
            """);

        var run = await _prompt.RunAsync("import", file.Path);

        Assert.Equal(ExitCodes.Refused, run.Code);
        Assert.Contains("$.publications[1].publishedOn", run.Errors, StringComparison.Ordinal);
        Assert.Contains("$.publications[1].colour", run.Errors, StringComparison.Ordinal);
        Assert.Contains("2 problems. Nothing was imported.", run.Errors, StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.NotFound, "status", "good-1-kent");
    }

    [Fact]
    public async Task What_a_rule_refuses_stops_the_whole_import_and_names_the_place()
    {
        using var file = new TemporaryFile(".json", """
            {
              "format": "lifecycle-register/1", "title": "Refused", "publications": [
                { "id": "paper", "title": "Paper", "kind": "peel", "publishedOn": "2025-05-14", "source": "s",
                  "records": [{ "number": "1", "kind": "recommendation", "title": "t", "summary": "s", "addressees": ["kent"], "level": 3 }] }
              ],
              "lifecycles": [{ "reference": "paper-1-kent", "acts": [
                { "command": "sign-off", "by": { "actor": "chief.kent", "role": "chief", "body": "kent" }, "on": "2025-06-01", "oversightNote": "Seen" } ] }]
            }
            """);

        var run = await _prompt.RunAsync("import", file.Path);

        Assert.Equal(ExitCodes.Refused, run.Code);
        Assert.Contains("$.lifecycles[0].acts[0]", run.Errors, StringComparison.Ordinal);
        Assert.Contains("level-3-hmicfrs", run.Errors, StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.NotFound, "status", "paper-1-kent");
    }
}
