using System.Buffers.Text;
using Lifecycle.Domain;

namespace Lifecycle.Bench.Load;

/// <summary>Programs that follow the event feed: twelve that see the nation, the others each a force, within what the service lets one caller hold open.</summary>
internal sealed class Subscribers : IAsyncDisposable
{
    private const int PerCaller = 4;
    private static readonly string[] National = ["demo.auditor", "demo.hmi", "demo.admin"];
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _http;
    private readonly long[] _last;
    private readonly List<Task> _reading = [];

    private Subscribers(ServiceProcess service, int count)
    {
        _last = new long[count];
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = service.Address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Returns when all of them are connected.</summary>
    public static async Task<Subscribers> ConnectAsync(ServiceProcess service, int count, CancellationToken cancellation)
    {
        var subscribers = new Subscribers(service, count);
        for (var number = 0; number < count; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events/stream");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Persona(number)}");
            var response = await subscribers._http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            BenchFailedException.Unless(response.IsSuccessStatusCode, $"A subscriber was answered with {(int)response.StatusCode}.");
            var mine = number;
            subscribers._reading.Add(Task.Run(() => subscribers.ReadAsync(mine, response), CancellationToken.None));
        }

        return subscribers;
    }

    /// <summary>Returns when those who see the nation have been told of everything up to the position.</summary>
    /// <exception cref="BenchFailedException">They were not, for half a minute.</exception>
    public async Task CaughtUpAsync(long position, CancellationToken cancellation)
    {
        for (var tries = 0; _last.Take(National.Length * PerCaller).Any(last => last < position); tries++)
        {
            BenchFailedException.Unless(tries < 300, $"A subscriber was told of nothing after event {_last.Take(National.Length * PerCaller).Min()} of {position}.");
            await Task.Delay(100, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_reading);
        _http.Dispose();
        _end.Dispose();
    }

    private static string Persona(int number) => number < National.Length * PerCaller
        ? National[number % National.Length]
        : $"demo.flo.{Bodies.TerritorialForces[number % Bodies.TerritorialForces.Count].Id}";

    private async Task ReadAsync(int number, HttpResponseMessage response)
    {
        try
        {
            using (response)
            await using (var stream = await response.Content.ReadAsStreamAsync(_end.Token))
            {
                var buffer = new byte[32 * 1024];
                var kept = 0;
                while (await stream.ReadAsync(buffer.AsMemory(kept), _end.Token) is > 0 and var read)
                    kept = Take(number, buffer, kept + read);
            }
        }
        catch (OperationCanceledException)
        {
            // Leaving is how it ends.
        }
    }

    // Of everything that came, the last whole id; what follows the last line break is kept for the next time.
    private int Take(int number, byte[] buffer, int length)
    {
        var end = buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        var id = buffer.AsSpan(0, end).LastIndexOf("id: "u8);
        if (id >= 0 && Utf8Parser.TryParse(buffer.AsSpan(id + 4), out long position, out _)) Volatile.Write(ref _last[number], position);
        // An event longer than the buffer says nothing that is looked for here.
        if (length - end == buffer.Length) return 0;
        buffer.AsSpan(end, length - end).CopyTo(buffer);
        return length - end;
    }
}
