namespace Lifecycle.Api.Tests;

public sealed class LimitTests(Service service)
{
    [Fact]
    public async Task Who_asks_too_much_must_wait_and_others_need_not()
    {
        await using var tight = await service.StartAsync(("Limits:Burst", "5"), ("Limits:RequestsPerSecond", "1"), ("Demo", "true"));
        var greedy = tight.As("demo.flo.essex");
        var answers = new List<Answer>();
        for (var i = 0; i < 10; i++)
            answers.Add(await greedy.GetAsync("/api/v1/grades?body=essex"));
        Assert.Equal([200, 200, 200, 200, 200], answers.Take(5).Select(answer => answer.Status));
        var refused = answers.Last();
        Assert.Equal((429, "too_many_requests"), (refused.Status, refused.Code));
        Assert.True(int.Parse(refused.Headers["Retry-After"], null) >= 1);
        Assert.Equal(200, (await tight.As("demo.flo.kent").GetAsync("/api/v1/grades?body=kent")).Status);
    }

    [Fact]
    public async Task A_caller_holds_few_streams_open_and_gets_the_slot_back_by_closing_one()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var person = service.As("demo.pcc.durham");
        var open = new List<Stream>();
        for (var i = 0; i < 4; i++)
            open.Add(await person.Http.GetStreamAsync("/api/v1/events/stream", cancellation));
        var fifth = await person.GetAsync("/api/v1/events/stream");
        Assert.Equal((429, "too_many_streams"), (fifth.Status, fifth.Code));
        await open[0].DisposeAsync();
        Assert.True(await EventuallyAsync(async () =>
        {
            using var answer = await person.Http.GetAsync("/api/v1/events/stream", HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode;
        }));
    }

    private static async Task<bool> EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if (await holds())
                return true;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return false;
    }
}
