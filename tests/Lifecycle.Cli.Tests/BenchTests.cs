using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>That the measures measure; what they find is for a quiet machine and a longer run.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"lifecycle-bench-tests-{Guid.NewGuid():n}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_short_run_prints_its_table_with_a_ratio_in_every_row_and_leaves_nothing_running()
    {
        var saved = Path.Combine(_folder, "results.json");

        var run = await RunAsync("--events", "2000", "--seconds", "0.5", "--only", "http,import,reads", "--keep", _folder, "--save", saved);

        Assert.True(run.Code == ExitCodes.Ok, run.Errors + run.Output);
        Assert.Contains("fsync on", run.Output, StringComparison.Ordinal);
        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(saved, TestContext.Current.CancellationToken));
        var rows = results.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(13, rows.Count);
        Assert.All(rows, row => Assert.True(row.GetProperty("ratio").GetDouble() > 0, row.ToString()));
        Assert.All(rows, row => Assert.Contains(row.GetProperty("measure").GetString()!, run.Output, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_folder, "cluster", "postmaster.pid")), "PostgreSQL is still running.");
        Assert.Empty(Services());
    }

    [Fact]
    public async Task An_unknown_measure_is_answered_with_the_known_ones_and_what_is_left_out_is_no_mistake()
    {
        var run = await RunAsync("--only", "speed");
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("There is no measure 'speed'. There are: commands, http,", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Give --", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Give --events between", (await RunAsync("--events", "10")).Errors, StringComparison.Ordinal);
        Assert.Contains("Give --seconds between", (await RunAsync("--seconds", "0")).Errors, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder);
    }

    // Services started from beside this very program.
    private static IEnumerable<string> Services() => OperatingSystem.IsLinux()
        ? Process.GetProcessesByName("dotnet").Select(CommandLine).Where(line => line.Contains(Path.Combine(AppContext.BaseDirectory, "Lifecycle.Web.dll"), StringComparison.Ordinal))
        : [];

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            // Ended meanwhile.
            return "";
        }
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) => Shell.RunAsync(["bench", .. words]);
}
