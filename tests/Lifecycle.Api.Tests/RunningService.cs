using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Lifecycle.Api.Tests;

/// <summary>The service as a process of its own, started as a person would start it.</summary>
public sealed partial class RunningService : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private RunningService(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything that it has written, line by line.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    public static RunningService Start(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program()])
        {
            // Not where the program lies: it must not matter.
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{FreePort()}";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new RunningService(Process.Start(start)!);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits for a line that contains the text.</summary>
    public async Task<string> SaysAsync(string text)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (Output.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                return line;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"It did not say '{text}' but:\n{string.Join('\n', Output)}");
    }

    /// <summary>Waits until it answers; returns a client for its address.</summary>
    public async Task<Person> ReadyAsync()
    {
        var address = Address().Match(await SaysAsync("http://localhost:")).Value;
        var person = new Person(new HttpClient { BaseAddress = new Uri(address) });
        for (var tries = 0; tries < 600; tries++)
        {
            if ((await person.GetAsync("/health/ready")).Status == 200) return person;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"It was never ready but said:\n{string.Join('\n', Output)}");
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndsAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    /// <summary>What a service manager does. Ctrl+C does the same, but a process that was started in the background ignores it.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await EndsAsync();
    }

    /// <summary>What kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static string Program() => Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "Lifecycle.Api.Tests"), Path.Combine("src", "Lifecycle.Web"), StringComparison.Ordinal), "Lifecycle.Web.dll");

    private void Keep(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
            _output.Enqueue(line);
    }

    [GeneratedRegex("http://localhost:[0-9]+")]
    private static partial Regex Address();
}
