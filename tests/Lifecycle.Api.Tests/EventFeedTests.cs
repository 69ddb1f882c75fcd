using System.Text.Json;

namespace Lifecycle.Api.Tests;

public sealed class EventFeedTests(Service service)
{
    [Fact]
    public async Task Events_come_as_CloudEvents_in_the_order_of_positions()
    {
        var answer = await service.As("demo.auditor").GetAsync("/api/v1/events?after=0&limit=50");
        Assert.StartsWith("application/cloudevents-batch+json", answer.Headers["Content-Type"], StringComparison.Ordinal);
        var batch = answer.Body.EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 50).Select(n => $"{n}"), batch.Select(e => Text(e, "position")));
        Assert.All(batch, e =>
        {
            Assert.Equal("1.0", Text(e, "specversion"));
            Assert.StartsWith("uk.police.lifecycle.", Text(e, "type"), StringComparison.Ordinal);
            Assert.True(Guid.TryParse(Text(e, "id"), out _));
            Assert.EndsWith("Z", Text(e, "time"), StringComparison.Ordinal);
            Assert.All(e.EnumerateObject(), attribute => Assert.Matches("^[a-z0-9]+$", attribute.Name));
        });
        Assert.Equal("</api/v1/events?after=50&limit=50>; rel=\"next\"", answer.Headers["Link"]);
    }

    [Fact]
    public async Task An_event_tells_what_happened_to_which_record_and_when()
    {
        var record = await Raised.NewAsync(service);
        var head = await HeadAsync();
        await record.DoAsync("flo", "allocate", new { owner = "head-of-custody", effectiveOn = Raised.Day.AddDays(1) });
        var told = (await service.As("demo.auditor").ReadAsync($"/api/v1/events?after={head}")).EnumerateArray().Single(e => Subject(e) == record.Reference);
        Assert.Equal("uk.police.lifecycle.owner_allocated", Text(told, "type"));
        Assert.Equal(($"{Raised.Day.AddDays(1):yyyy-MM-dd}", "west-mercia", "flo", "2"), (Text(told, "effectiveon"), Text(told, "body"), Text(told, "role"), Text(told, "version")));
        Assert.Equal("head-of-custody", Text(told.GetProperty("data"), "owner"));
    }

    [Fact]
    public async Task The_feed_holds_only_what_the_caller_may_see_and_goes_on_after_what_they_may_not()
    {
        var head = await HeadAsync();
        var (hidden, seen) = (await Raised.NewAsync(service, body: "surrey"), await Raised.NewAsync(service, body: "sussex"));
        var feed = await service.As("demo.flo.sussex").GetAsync($"/api/v1/events?after={head}&limit=1000");
        var subjects = feed.Body.EnumerateArray().Select(Subject).ToList();
        Assert.Contains(seen.Reference, subjects);
        Assert.DoesNotContain(hidden.Reference, subjects);
        await Raised.NewAsync(service, body: "surrey");
        Assert.NotEqual(feed.Headers["Link"], (await service.As("demo.flo.sussex").GetAsync($"/api/v1/events?after={head}&limit=1000")).Headers["Link"]);
    }

    [Fact]
    public async Task The_stream_tells_new_events_as_they_happen_and_shows_that_it_is_alive()
    {
        using var stream = await OpenAsync("demo.flo.cleveland", null);
        var record = await Raised.NewAsync(service, body: "cleveland");
        await Raised.NewAsync(service, body: "surrey");
        var (id, data) = await NextAsync(stream, e => Subject(e) == record.Reference);
        Assert.Equal(id, Text(data, "position"));
        Assert.Equal("uk.police.lifecycle.recommendation_raised", Text(data, "type"));
        Assert.StartsWith(":", await LineAsync(stream, line => line.StartsWith(':')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_broke_goes_on_after_the_last_event_received()
    {
        var record = await Raised.NewAsync(service, body: "humberside");
        string id;
        using (var first = await OpenAsync("demo.flo.humberside", "0"))
            (id, _) = await NextAsync(first, e => Subject(e) == record.Reference);
        await record.DoAsync("flo", "allocate", new { owner = "head-of-custody" });
        using var second = await OpenAsync("demo.flo.humberside", id);
        var (_, next) = await NextAsync(second, e => Subject(e) is not null);
        Assert.Equal("uk.police.lifecycle.owner_allocated", Text(next, "type"));
    }

    [Fact]
    public async Task A_last_event_id_that_is_none_is_malformed()
    {
        var person = service.As("demo.auditor");
        person.Http.DefaultRequestHeaders.Add("Last-Event-ID", "yesterday");
        Assert.Equal("malformed", (await person.GetAsync("/api/v1/events/stream")).Code);
    }

    // A position that is surely there: that of a record just raised.
    private async Task<string> HeadAsync()
    {
        var record = await Raised.NewAsync(service);
        var last = (await service.As("demo.auditor").ReadAsync($"{record.Path}/history")).GetProperty("items")[0];
        return last.GetProperty("position").GetRawText();
    }

    private async Task<StreamReader> OpenAsync(string persona, string? lastEventId)
    {
        var person = service.As(persona);
        if (lastEventId is not null)
            person.Http.DefaultRequestHeaders.Add("Last-Event-ID", lastEventId);
        return new StreamReader(await person.Http.GetStreamAsync("/api/v1/events/stream", TestContext.Current.CancellationToken));
    }

    private static async Task<(string Id, JsonElement Data)> NextAsync(StreamReader stream, Func<JsonElement, bool> which)
    {
        while (true)
        {
            var id = (await LineAsync(stream, line => line.StartsWith("id: ", StringComparison.Ordinal)))[4..];
            var data = JsonElement.Parse((await LineAsync(stream, line => line.StartsWith("data: ", StringComparison.Ordinal)))[6..]);
            if (which(data))
                return (id, data);
        }
    }

    private static async Task<string> LineAsync(StreamReader stream, Func<string, bool> which)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            if (which(line))
                return line;
        }

        throw new EndOfStreamException("The stream ended.");
    }

    private static string? Subject(JsonElement e) => e.TryGetProperty("subject", out var subject) ? subject.GetString() : null;

    private static string? Text(JsonElement e, string name) => e.GetProperty(name).GetString();
}
