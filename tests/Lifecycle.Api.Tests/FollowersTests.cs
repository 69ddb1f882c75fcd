using System.Globalization;
using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>Many follow while much happens: each gets exactly what they may see, in order, whatever befalls their connection.</summary>
public sealed class FollowersTests(Service service)
{
    private static readonly string[] Forces = ["dorset", "gwent", "dyfed-powys", "lincolnshire"];

    [Fact]
    public async Task Followers_of_different_bodies_get_all_of_theirs_and_nothing_else_in_order()
    {
        var before = await PublishAsync(1);
        string[] personas = ["demo.auditor", "demo.hmi", .. Forces.SelectMany(force => new[] { $"demo.flo.{force}", $"demo.chief.{force}", $"demo.fll.{force}" })];
        var streams = new List<(string Persona, StreamReader Stream)>();
        foreach (var persona in personas)
            streams.Add((persona, await OpenAsync(persona, before)));
        using var slow = await OpenAsync("demo.auditor", before);
        using var breaking = await OpenAsync("demo.auditor", before);

        var publishing = PublishAsync(60);
        var reading = streams.Select(async follower => (follower.Persona, Got: await ReadToAsync(follower.Stream, publishing))).ToList();
        var first = await TakeAsync(breaking, 300);
        breaking.Dispose();
        var end = await publishing;
        // Everybody sees a publication, so this one marks the end for all.
        await PublishAsync(1);

        var all = await FetchAsync("demo.auditor", before, end);
        Assert.True(all.Count >= 1000, $"Only {all.Count} events.");
        foreach (var (persona, got) in await Task.WhenAll(reading))
        {
            var force = Forces.FirstOrDefault(force => persona.EndsWith($".{force}", StringComparison.Ordinal));
            Assert.Equal(all.Where(e => force is null || e.Body == force || e.Body == "hmicfrs"), got);
        }

        // This one has read nothing so far.
        Assert.Equal(all, await ReadToAsync(slow, publishing));
        using var resumed = await OpenAsync("demo.auditor", first[^1].Position);
        Assert.Equal(all, [.. first, .. await ReadToAsync(resumed, publishing)]);
        streams.ForEach(follower => follower.Stream.Dispose());
    }

    // Several at a time, as it is under load. Returns the position of the last event.
    private async Task<long> PublishAsync(int papers)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, papers), TestContext.Current.CancellationToken, async (_, _) =>
        {
            var records = Enumerable.Range(1, 4).Select(n => (object)Raised.Record($"{n}", "recommendation", 2, Forces)).ToArray();
            Assert.Equal(201, (await service.As("demo.hmi").PostAsync("/api/v1/publications", Raised.Paper(Raised.NewId(), records))).Status);
        });
        return (await FetchAsync("demo.auditor", 0, long.MaxValue))[^1].Position;
    }

    private async Task<StreamReader> OpenAsync(string persona, long after)
    {
        var person = service.As(persona);
        var answer = await person.Http.GetAsync($"/api/v1/events/stream?after={after}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    private async Task<List<Event>> FetchAsync(string persona, long after, long upTo)
    {
        var events = new List<Event>();
        while (true)
        {
            var batch = (await service.As(persona).ReadAsync($"/api/v1/events?after={after}&limit=1000")).EnumerateArray().Select(Event.Of).ToList();
            events.AddRange(batch.Where(e => e.Position <= upTo));
            if (batch.Count == 0 || batch[^1].Position >= upTo)
                return events;
            after = batch[^1].Position;
        }
    }

    private static async Task<List<Event>> TakeAsync(StreamReader stream, int count)
    {
        var events = new List<Event>();
        while (events.Count < count)
            events.Add(await NextAsync(stream));
        return events;
    }

    private static async Task<List<Event>> ReadToAsync(StreamReader stream, Task<long> publishing)
    {
        var events = new List<Event>();
        Event next;
        do
        {
            events.Add(next = await NextAsync(stream));
        }
        while (!publishing.IsCompleted || next.Position <= await publishing);
        return [.. events.Where(e => e.Position <= publishing.Result)];
    }

    private static async Task<Event> NextAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return Event.Of(JsonElement.Parse(line[6..]));
        }

        throw new EndOfStreamException("The stream ended.");
    }

    private sealed record Event(long Position, string Body)
    {
        public static Event Of(JsonElement e) => new(
            long.Parse(e.GetProperty("position").GetString()!, CultureInfo.InvariantCulture), e.GetProperty("body").GetString()!);
    }
}
