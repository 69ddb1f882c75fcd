using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lifecycle.Domain;

namespace Lifecycle.Bench.Load;

/// <summary>How the service answered a command.</summary>
internal readonly record struct Answer(HttpStatusCode Status, bool SaysWhenToRetry);

/// <summary>Commands given to the service over HTTP, as a client in another process would.</summary>
internal sealed class OverHttp : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient _http;
    private readonly Register _register;
    private readonly WorkingSet _set;
    private readonly int _clients;
    private readonly Random[] _random;
    private long _done;

    /// <param name="clients">Connections, each of which gives one command after the other.</param>
    public OverHttp(ServiceProcess service, Register register, WorkingSet set, int clients)
    {
        (_register, _set, _clients) = (register, set, clients);
        _random = [.. Enumerable.Range(0, clients).Select(client => new Random(client))];
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, MaxConnectionsPerServer = clients }) { BaseAddress = service.Address };
    }

    /// <summary>Commands that the service has acknowledged.</summary>
    public long Done => Interlocked.Read(ref _done);

    public Task<double> RateAsync(TimeSpan time) => Clients.RateAsync(_clients, time, OnceAsync);

    /// <summary>Anything but an acknowledgement is a fault here.</summary>
    public async Task OnceAsync(int client)
    {
        var answer = await SendAsync(_set.One(client, _clients, _random[client]), Deed.Next(_random[client]), null);
        BenchFailedException.Unless(answer.Status == HttpStatusCode.OK, $"A command was answered with {(int)answer.Status}.");
    }

    /// <param name="key">Idempotency-Key; null for none.</param>
    public async Task<Answer> SendAsync(WorkRecord record, Deed deed, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/recommendations/{record.Reference}/{deed.Verb}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {record.Officer.Actor}");
        request.Headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{record.Version}\""));
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(deed.Command, deed.Command.GetType(), EventCodec.Json));
        request.Content.Headers.ContentType = Json;
        using var response = await _http.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            record.Version = long.Parse(response.Headers.ETag!.Tag.AsSpan().Trim('"'), CultureInfo.InvariantCulture);
            Interlocked.Increment(ref _done);
        }

        return new Answer(response.StatusCode, response.Headers.RetryAfter is not null);
    }

    /// <exception cref="BenchFailedException">There are not as many events as there were acknowledged commands.</exception>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        var stored = await _register.ScalarAsync<long>(SqlText.Of("events_of_publication"), cancellation, _set.Publication) - _set.Records.Count;
        BenchFailedException.Unless(stored == Done, $"{Done} commands were acknowledged, and there are {stored} events.");
    }

    public void Dispose() => _http.Dispose();
}
