namespace Lifecycle.Cli.Tests;

/// <summary>Where words are typed that are all about one database.</summary>
internal sealed record Prompt(string Connection)
{
    public Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) => Shell.RunAsync(About(words));

    public Task<(int Code, string Output, string Errors)> ExpectAsync(int code, params string[] words) => Shell.ExpectAsync(code, About(words));

    public Task<(int Code, string Output, string Errors)> SucceedAsync(params string[] words) => ExpectAsync(ExitCodes.Ok, words);

    private string[] About(string[] words) => [.. words, "--connection", Connection];
}
