using System.Diagnostics;

namespace Lifecycle.Bench.Load;

/// <summary>A verification by the command line, in a process of its own, for what it takes of memory.</summary>
internal static class VerifyProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "lifecycle.dll");
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(10);

    public static Task<double> OfBundleAsync(string path, CancellationToken cancellation) => RunAsync([path], null, cancellation);

    public static Task<double> OfDatabaseAsync(string connection, CancellationToken cancellation) => RunAsync(["--no-read-models"], connection, cancellation);

    /// <returns>The most memory that the process took, in megabytes: its whole working set, runtime included.</returns>
    private static async Task<double> RunAsync(string[] words, string? connection, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Program, "verify", .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__LifecycleOwner");
        start.Environment["ConnectionStrings__Lifecycle"] = connection ?? "";
        using var process = Process.Start(start)!;
        var (says, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        var most = 0L;
        var ended = process.WaitForExitAsync(cancellation);
        while (await Task.WhenAny(ended, Task.Delay(Often, cancellation)) != ended && !process.HasExited)
        {
            process.Refresh();
            most = Math.Max(most, process.WorkingSet64);
        }

        await ended;
        BenchFailedException.Unless(process.ExitCode == 0, $"A verification failed. {await says} {await errors}");
        return most / 1e6;
    }
}
