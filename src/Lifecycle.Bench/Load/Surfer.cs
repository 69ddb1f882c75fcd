using System.Net;
using System.Text.RegularExpressions;

namespace Lifecycle.Bench.Load;

/// <summary>Somebody with a browser, as far as the service can tell: signs in and opens pages.</summary>
internal sealed partial class Surfer : IDisposable
{
    private readonly HttpClient _http;

    private Surfer(Uri address) => _http = new HttpClient(
        new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false, AutomaticDecompression = DecompressionMethods.All })
    { BaseAddress = address };

    /// <param name="persona">For example "demo.auditor".</param>
    public static async Task<Surfer> SignInAsync(ServiceProcess service, string persona, CancellationToken cancellation)
    {
        var surfer = new Surfer(service.Address);
        var page = await surfer._http.GetStringAsync("/sign-in", cancellation);
        using var form = new FormUrlEncodedContent([new("persona", persona), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var answer = await surfer._http.PostAsync("/sign-in", form, cancellation);
        BenchFailedException.Unless(answer.RequestMessage!.RequestUri!.AbsolutePath == "/", $"Signing in as {persona} was answered with {(int)answer.StatusCode}.");
        return surfer;
    }

    /// <exception cref="BenchFailedException">It is no page.</exception>
    public async Task OpenAsync(string address)
    {
        using var answer = await _http.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        BenchFailedException.Unless(answer.StatusCode == HttpStatusCode.OK, $"{address} was answered with {(int)answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
