using System.Diagnostics;
using Lifecycle.EmbeddedPostgres;

namespace Lifecycle.EventStore.Tests;

/// <summary>This program once more, as a process of its own that can race with this one, and be killed.</summary>
internal sealed class OtherProcess : IDisposable
{
    public const string Writer = "racing-writers";
    public const string Server = "server";

    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    public static OtherProcess Start(params string[] arguments) =>
        new(Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(OtherProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!);

    public ValueTask<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>What else it says until it ends, by itself or killed. A line that was cut off does not count.</summary>
    public async Task<IReadOnlyList<string>> ReadToEndAsync()
    {
        var said = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Split('\n')[..^1];
    }

    /// <summary>As kill -9 does.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    public static async Task<int> ServeAsync(string folder)
    {
        await using var server = await PostgresServer.StartAsync(new(folder));
        Console.WriteLine(server.ConnectionString);
        Console.In.Read();
        return 0;
    }
}
