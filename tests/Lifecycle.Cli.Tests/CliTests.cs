using System.Text.Json;
using Lifecycle.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Lifecycle.Cli.Tests;

/// <summary>The program as the shell sees it: words in; output, errors and exit code out.</summary>
public sealed class CliTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string StopAndSearch = "peel-2021-22-west-mercia-afi-1-west-mercia";
    private Prompt _prompt = new("");

    public async ValueTask InitializeAsync() => _prompt = new(await postgres.CreateDatabaseAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_record_is_shown_replayed_and_seen_as_at_a_day()
    {
        await _prompt.SucceedAsync("import", "--sample");

        Assert.Contains("signed off since 2023-06-30", (await _prompt.SucceedAsync("status", StopAndSearch)).Output, StringComparison.Ordinal);
        Assert.Contains("raised since 2022-12-31", (await _prompt.SucceedAsync("status", StopAndSearch, "--as-at", "2023-01-31")).Output, StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.NotFound, "status", StopAndSearch, "--known-at", "2020-01-01T00:00:00Z");
        var replay = (await _prompt.SucceedAsync("replay", StopAndSearch)).Output;
        Assert.Contains(" 10. 2023-06-30  signed off  →  signed off", replay, StringComparison.Ordinal);
        Assert.Contains("status: closure-recommended → signed-off", replay, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_position_of_a_printed_day_has_its_printed_totals()
    {
        await _prompt.SucceedAsync("import", "--sample");

        var position = JsonDocument.Parse((await _prompt.SucceedAsync("position", "--body", "west-mercia", "--as-at", "2023-09-04", "--json")).Output).RootElement;

        Assert.Equal(
            [("cause-of-concern", 6m), ("recommendation", 104m), ("area-for-improvement", 34m)],
            position.GetProperty("totals").EnumerateArray().Select(total => (total.GetProperty("kind").GetString()!, total.GetProperty("declared").GetDecimal())));
    }

    [Fact]
    public async Task A_rebuild_leaves_what_is_shown_as_it_was()
    {
        await _prompt.SucceedAsync("import", "--sample");
        var before = (await _prompt.SucceedAsync("position", "--group-by", "body,kind,status", "--json")).Output;

        Assert.StartsWith("Rebuilt all read models", (await _prompt.SucceedAsync("rebuild")).Output, StringComparison.Ordinal);

        Assert.Equal(before, (await _prompt.SucceedAsync("position", "--group-by", "body,kind,status", "--json")).Output);
    }

    [Fact]
    public async Task A_verb_on_a_database_of_the_earlier_version_answers_as_on_one_of_today()
    {
        await _prompt.SucceedAsync("import", "--sample");
        var today = await _prompt.SucceedAsync("position", "--group-by", "body,kind,status", "--json");
        _prompt = new(await EarlierVersion.OfAsync(postgres, _prompt.Connection));
        Assert.Equal(today, await _prompt.SucceedAsync("position", "--group-by", "body,kind,status", "--json"));
    }

    [Theory]
    [InlineData("position", "--group-by", "colour")]
    [InlineData("position", "--as-at", "yesterday")]
    [InlineData("position", "--body", "atlantis")]
    [InlineData("rebuild", "everything")]
    [InlineData("import", "no-such-file.json")]
    [InlineData("fly", "--high", "now")]
    public async Task Wrong_words_are_answered_with_the_right_ones(params string[] words) =>
        Assert.Equal(ExitCodes.Usage, (await _prompt.RunAsync(words)).Code);

    [Fact]
    public async Task A_database_that_is_not_there_has_an_exit_code_of_its_own()
    {
        _prompt = new("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2");
        var run = await _prompt.RunAsync("position");
        Assert.Equal(ExitCodes.Unavailable, run.Code);
        Assert.StartsWith("The database cannot be used", run.Errors, StringComparison.Ordinal);
    }
}
