using System.Globalization;
using Lifecycle.Testing;

namespace Lifecycle.Api.Tests;

/// <summary>A record of its own for one test, raised through the API, and what people do with it.</summary>
public sealed class Raised
{
    private static readonly object Evidence = new { name = "Minutes", link = "https://example.org/minutes", steps = new[] { "1" } };

    private static int _raised;

    private readonly Service _service;

    private Raised(Service service, string publication, string number, string body) =>
        (_service, Publication, Body, Reference) = (service, publication, body, $"{publication}-{number}-{body}");

    public string Publication { get; }

    public string Body { get; }

    public string Reference { get; }

    public string Path => $"/api/v1/recommendations/{Reference}";

    /// <summary>Ninety days ago, so that there is a past to enter things into.</summary>
    public static DateOnly Day { get; } = Today.Date.AddDays(-90);

    public static async Task<Raised> NewAsync(Service service, int? level = 2, string body = "west-mercia", string kind = "recommendation")
    {
        var raised = new Raised(service, NewId(), "1", body);
        var answer = await service.As("demo.hmi").PostAsync("/api/v1/publications", Paper(raised.Publication, [Record("1", kind, level, [body])]));
        Assert.Equal((201, ""), (answer.Status, answer.Status == 201 ? "" : answer.Text));
        return raised;
    }

    /// <summary>A record that a test has published itself.</summary>
    public static Raised Known(Service service, string publication, string number, string body) => new(service, publication, number, body);

    public static string NewId() => string.Create(CultureInfo.InvariantCulture, $"test-{Interlocked.Increment(ref _raised)}");

    public static Dictionary<string, object?> Paper(string id, object[] records, DateOnly? on = null) => new()
    {
        ["id"] = id,
        ["title"] = $"Report {id}",
        ["kind"] = "peel",
        ["publishedOn"] = on ?? Day,
        ["records"] = records,
    };

    public static Dictionary<string, object?> Record(string number, string kind, int? level, string[] addressees, string? parent = null) => new()
    {
        ["number"] = number,
        ["kind"] = kind,
        ["soft"] = false,
        ["title"] = $"Title {number}",
        ["summary"] = $"Summary {number}",
        ["addressees"] = addressees,
        ["partners"] = Array.Empty<string>(),
        ["parent"] = parent,
        ["level"] = level,
        ["deadlines"] = Array.Empty<object>(),
        ["themes"] = Array.Empty<string>(),
        ["areas"] = Array.Empty<string>(),
    };

    /// <param name="who">"flo" is the force's own; anything with a dot is a whole persona, for example "demo.hmi".</param>
    public Person As(string who) => _service.As(who.Contains('.', StringComparison.Ordinal) ? who : $"demo.{who}.{Body}");

    public async Task<string> ETagAsync() => (await As("demo.auditor").GetAsync(Path)).Headers["ETag"];

    /// <summary>Gives a command on the version that stands.</summary>
    public async Task<Answer> TryAsync(string who, string verb, object content) =>
        await As(who).PostAsync($"{Path}/{verb}", content, await ETagAsync());

    /// <summary>Gives a command that must be accepted; returns the status it leads to.</summary>
    public async Task<string> DoAsync(string who, string verb, object content)
    {
        var answer = await TryAsync(who, verb, content);
        Assert.Equal((200, ""), (answer.Status, answer.Status == 200 ? "" : answer.Text));
        return answer.Body.GetProperty("status").GetString()!;
    }

    /// <summary>Works it to the point where somebody must decide.</summary>
    public async Task<Raised> RecommendedAsync(string by = "flo")
    {
        await DoAsync("flo", "set-steps", new { steps = new[] { new { id = "1", criterion = "Reviewed", origin = "hmicfrs" } } });
        await DoAsync("flo", "submit-evidence", Evidence);
        await DoAsync("flo", "meet-step", new { step = "1" });
        Assert.Equal("closure-recommended", await DoAsync(by, "recommend-closure", new { statement = "Done" }));
        return this;
    }
}
