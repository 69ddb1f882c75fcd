using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>Gives words to the program as a shell would.</summary>
internal static class Shell
{
    public static async Task<(int Code, string Output, string Errors)> RunAsync(params IEnumerable<string> words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Program.RunAsync([.. words], output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    public static async Task<(int Code, string Output, string Errors)> ExpectAsync(int code, params IEnumerable<string> words)
    {
        var run = await RunAsync(words);
        Assert.True(run.Code == code, $"lifecycle {string.Join(' ', words)} ended with {run.Code}: {run.Errors}{run.Output}");
        return run;
    }
}
