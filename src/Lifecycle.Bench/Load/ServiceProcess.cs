using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lifecycle.Web.StartUp;

namespace Lifecycle.Bench.Load;

/// <summary>The service as a process of its own, with the product's settings, in demo mode so that one can sign in.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly string Program = typeof(StartUpException).Assembly.Location;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TestBed _bed;
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly CancellationTokenSource _ended = new();
    private Task _sampling = Task.CompletedTask;

    private ServiceProcess(TestBed bed, Process process, Uri address)
    {
        (_bed, _process, Address) = (bed, process, address);
        _errors = process.StandardError.ReadToEndAsync();
        // The log; nobody reads it here, and a full pipe would stop the service.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public Uri Address { get; }

    /// <summary>From the start of the process until it said that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>In megabytes: the most so far, and when it was ready.</summary>
    public Pair Memory { get; private set; }

    /// <summary>On one of the databases of the running server.</summary>
    public static Task<ServiceProcess> OnAsync(TestBed bed, string database, CancellationToken cancellation) =>
        StartAsync(bed, "ConnectionStrings__Lifecycle", bed.ConnectionString(database), cancellation);

    /// <summary>On a data folder, whose PostgreSQL it starts itself.</summary>
    public static Task<ServiceProcess> OnFolderAsync(TestBed bed, string folder, CancellationToken cancellation) =>
        StartAsync(bed, "DataDirectory", folder, cancellation);

    /// <summary>Stops it as a service manager does: a program started in the background may not hear Ctrl+C.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _sampling;
        _bed.NoteMemory(Memory);
        if (!OperatingSystem.IsWindows() && !_process.HasExited)
        {
            using var interrupt = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            using var soon = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(soon.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _ended.Dispose();
    }

    private static async Task<ServiceProcess> StartAsync(TestBed bed, string setting, string value, CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__Lifecycle");
        start.Environment.Remove("ConnectionStrings__LifecycleOwner");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment[setting] = value;
        var started = Stopwatch.GetTimestamp();
        var service = new ServiceProcess(bed, Process.Start(start)!, address);
        try
        {
            await service.ReadyAsync(started, cancellation);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    private async Task ReadyAsync(long started, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (!await AnswersAsync(http, cancellation))
        {
            if (_process.HasExited) throw new BenchFailedException($"The service did not start. {(await _errors).Trim()}");
            BenchFailedException.Unless(Stopwatch.GetElapsedTime(started) < Patience, "The service was not ready within a minute.");
            await Task.Delay(10, cancellation);
        }

        ReadyAfter = Stopwatch.GetElapsedTime(started);
        Memory = new Pair(Megabytes(), Megabytes());
        _sampling = SampleAsync();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task SampleAsync()
    {
        while (!_ended.IsCancellationRequested && !_process.HasExited)
        {
            Memory = Memory with { Ours = Math.Max(Memory.Ours, Megabytes()) };
            await Task.Delay(200, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private double Megabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
