using System.Diagnostics;

namespace Lifecycle.EmbeddedPostgres;

/// <summary>Runs a program to its end.</summary>
internal static class Shell
{
    public static async Task<string> RunAsync(IReadOnlyList<string> command, string folder, CancellationToken cancellation)
    {
        var (exitCode, said) = await TryAsync(command, folder, cancellation);
        return exitCode == 0
            ? said
            : throw new PostgresFailedException($"{Path.GetFileName(command[0])} ended with {exitCode}: {said.Trim()}");
    }

    public static async Task<(int ExitCode, string Said)> TryAsync(
        IReadOnlyList<string> command, string folder, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }
}
