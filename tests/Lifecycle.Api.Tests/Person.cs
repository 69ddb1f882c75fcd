using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>Somebody who uses the API over HTTP.</summary>
public sealed class Person(HttpClient http)
{
    public HttpClient Http => http;

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>A GET that must succeed.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal((200, ""), (answer.Status, answer.Status == 200 ? "" : answer.Text));
        return answer.Body;
    }

    public Task<Answer> PostAsync(string path, object body, string? ifMatch = null, string? key = null) =>
        SendAsync(Command(path, JsonContent.Create(body), ifMatch, key));

    public Task<Answer> PostTextAsync(string path, string body, string? ifMatch = null, string mediaType = "application/json") =>
        SendAsync(Command(path, new StringContent(body, Encoding.UTF8, mediaType), ifMatch, null));

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }

    private static HttpRequestMessage Command(string path, HttpContent content, string? ifMatch, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Body => JsonElement.Parse(Text);

    /// <summary>The problem's code; null for an answer without a problem.</summary>
    public string? Code => Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/problem+json", StringComparison.Ordinal) == true
        ? Body.GetProperty("code").GetString()
        : null;

    public string Detail => Body.GetProperty("detail").GetString()!;

    /// <summary>The fields that a malformed request's problem names.</summary>
    public IReadOnlyList<string> Fields => [.. Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];
}
