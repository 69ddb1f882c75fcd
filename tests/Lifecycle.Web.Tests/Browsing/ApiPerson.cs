using System.Net.Http.Json;
using System.Text.Json;

namespace Lifecycle.Web.Tests;

/// <summary>Arranges through the API, as another program would.</summary>
public sealed class ApiPerson(Uri address, string persona)
{
    /// <summary>Publishes one record at one force; returns its reference.</summary>
    public async Task<string> RaiseAsync(
        string title = "Custody records", int? level = 2, string body = "west-mercia", string raisedOn = "2026-01-15", string? due = null, string kind = "area-for-improvement", string? parent = null)
    {
        var id = $"p{Guid.NewGuid():n}"[..12];
        await PublishAsync(id, new
        {
            number = "1",
            kind,
            soft = false,
            title,
            summary = $"{title}: keep them complete.",
            addressees = new[] { body },
            partners = Array.Empty<string>(),
            level,
            deadlines = due is null ? [] : new[] { new { what = "Complete", printed = due, form = "day", due } },
            themes = Array.Empty<string>(),
            areas = Array.Empty<string>(),
            parent,
        }, [body], raisedOn);
        return $"{id}-1-{body}";
    }

    public Task PublishAsync(string id, object record, string[] addressed, string publishedOn) => SendAsync(HttpMethod.Post, "publications", new
    {
        id,
        title = $"A report on custody ({id})",
        kind = "peel",
        publishedOn,
        addressed,
        source = "Test",
        records = new[] { record },
    }, null);

    /// <summary>Gives a command on the version that the record has.</summary>
    public async Task<JsonElement> DoAsync(string reference, string command, object content)
    {
        var version = (await SendAsync(HttpMethod.Get, $"recommendations/{reference}", null, null)).GetProperty("version").GetInt64();
        return await SendAsync(HttpMethod.Post, $"recommendations/{reference}/{command}", content, version);
    }

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? content, long? version)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(address, $"/api/v1/{path}"));
        request.Headers.Add("Authorization", $"Bearer demo.{persona}");
        if (version is not null) request.Headers.Add("If-Match", $"\"{version}\"");
        if (content is not null) request.Content = JsonContent.Create(content, options: JsonSerializerOptions.Web);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} by {persona}: {(int)answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }
}
