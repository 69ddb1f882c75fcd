using System.Text.Json;
using Lifecycle.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Lifecycle.Cli.Tests;

/// <summary>The program as the shell sees it: words in; output, errors and exit code out.</summary>
public sealed class CliTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string StopAndSearch = "peel-2021-22-west-mercia-afi-1-west-mercia";
    private string _connection = "";

    public async ValueTask InitializeAsync() => _connection = await postgres.CreateDatabaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_record_is_shown_replayed_and_seen_as_at_a_day()
    {
        await SucceedAsync("import", "--sample");

        Assert.Contains("signed off since 2023-06-30", (await SucceedAsync("status", StopAndSearch)).Output, StringComparison.Ordinal);
        Assert.Contains("raised since 2022-12-31", (await SucceedAsync("status", StopAndSearch, "--as-at", "2023-01-31")).Output, StringComparison.Ordinal);
        await ExpectAsync(ExitCodes.NotFound, "status", StopAndSearch, "--known-at", "2020-01-01T00:00:00Z");
        var replay = (await SucceedAsync("replay", StopAndSearch)).Output;
        Assert.Contains(" 10. 2023-06-30  signed off  →  signed off", replay, StringComparison.Ordinal);
        Assert.Contains("status: closure-recommended → signed-off", replay, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_position_of_a_printed_day_has_its_printed_totals()
    {
        await SucceedAsync("import", "--sample");

        var position = JsonDocument.Parse((await SucceedAsync("position", "--body", "west-mercia", "--as-at", "2023-09-04", "--json")).Output).RootElement;

        Assert.Equal(
            [("cause-of-concern", 6m), ("recommendation", 104m), ("area-for-improvement", 34m)],
            position.GetProperty("totals").EnumerateArray().Select(total => (total.GetProperty("kind").GetString()!, total.GetProperty("declared").GetDecimal())));
    }

    [Fact]
    public async Task A_rebuild_leaves_what_is_shown_as_it_was()
    {
        await SucceedAsync("import", "--sample");
        var before = (await SucceedAsync("position", "--group-by", "body,kind,status", "--json")).Output;

        Assert.StartsWith("Rebuilt all read models", (await SucceedAsync("rebuild")).Output, StringComparison.Ordinal);

        Assert.Equal(before, (await SucceedAsync("position", "--group-by", "body,kind,status", "--json")).Output);
    }

    [Fact]
    public async Task A_verb_on_a_database_of_the_earlier_version_answers_as_on_one_of_today()
    {
        await SucceedAsync("import", "--sample");
        var today = await SucceedAsync("position", "--group-by", "body,kind,status", "--json");
        _connection = await EarlierVersion.OfAsync(postgres, _connection);
        Assert.Equal(today, await SucceedAsync("position", "--group-by", "body,kind,status", "--json"));
    }

    [Theory]
    [InlineData("position", "--group-by", "colour")]
    [InlineData("position", "--as-at", "yesterday")]
    [InlineData("position", "--body", "atlantis")]
    [InlineData("rebuild", "everything")]
    [InlineData("import", "no-such-file.json")]
    [InlineData("fly", "--high", "now")]
    public async Task Wrong_words_are_answered_with_the_right_ones(params string[] words) =>
        Assert.Equal(ExitCodes.Usage, (await RunAsync(words)).Code);

    [Fact]
    public async Task A_database_that_is_not_there_has_an_exit_code_of_its_own()
    {
        _connection = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2";
        var run = await RunAsync("position");
        Assert.Equal(ExitCodes.Unavailable, run.Code);
        Assert.StartsWith("The database cannot be used", run.Errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> SucceedAsync(params string[] words) => ExpectAsync(ExitCodes.Ok, words);

    private Task<(int Code, string Output, string Errors)> ExpectAsync(int code, params string[] words) =>
        Shell.ExpectAsync(code, [.. words, "--connection", _connection]);

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) => Shell.RunAsync([.. words, "--connection", _connection]);
}
