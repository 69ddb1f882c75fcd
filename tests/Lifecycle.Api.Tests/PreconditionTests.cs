namespace Lifecycle.Api.Tests;

public sealed class PreconditionTests(Service service)
{
    private static readonly object Note = new { riskReference = "RISK-1" };

    [Fact]
    public async Task A_record_says_its_version_in_its_etag()
    {
        var record = await Raised.NewAsync(service);
        Assert.Equal("\"1\"", await record.ETagAsync());
        var answer = await record.TryAsync("flo", "register-risk", Note);
        Assert.Equal("\"2\"", answer.Headers["ETag"]);
        Assert.Equal(2, answer.Body.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task A_command_without_the_version_seen_is_refused()
    {
        var record = await Raised.NewAsync(service);
        var answer = await record.As("flo").PostAsync($"{record.Path}/register-risk", Note);
        Assert.Equal((428, "if_match_missing"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_command_on_an_older_version_is_refused_with_the_current_one()
    {
        var record = await Raised.NewAsync(service);
        await record.DoAsync("flo", "register-risk", Note);
        var answer = await record.As("flo").PostAsync($"{record.Path}/register-risk", new { riskReference = "RISK-2" }, "\"1\"");
        Assert.Equal((412, "stale"), (answer.Status, answer.Code));
        Assert.Equal(2, answer.Body.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("*")]
    [InlineData("W/\"1\"")]
    [InlineData("\"one\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task A_version_that_is_no_etag_of_ours_is_malformed(string ifMatch)
    {
        var record = await Raised.NewAsync(service);
        var answer = await record.As("flo").PostAsync($"{record.Path}/register-risk", Note, ifMatch);
        Assert.Equal((400, "malformed"), (answer.Status, answer.Code));
        Assert.Equal(["If-Match"], answer.Fields);
    }

    [Fact]
    public async Task A_retry_with_the_same_key_does_nothing_twice_and_answers_as_before()
    {
        var record = await Raised.NewAsync(service);
        var first = await record.As("flo").PostAsync($"{record.Path}/register-risk", Note, "\"1\"", "key-a");
        var again = await record.As("flo").PostAsync($"{record.Path}/register-risk", Note, "\"1\"", "key-a");
        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Equal("\"2\"", again.Headers["ETag"]);
        Assert.Equal(first.Text, again.Text);
    }

    [Fact]
    public async Task A_key_used_for_another_request_is_refused()
    {
        var record = await Raised.NewAsync(service);
        await record.As("flo").PostAsync($"{record.Path}/register-risk", Note, "\"1\"", "key-b");
        var answer = await record.As("flo").PostAsync($"{record.Path}/register-risk", new { riskReference = "RISK-9" }, "\"2\"", "key-b");
        Assert.Equal((422, "idempotency_key_reused"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Two_people_may_use_the_same_key()
    {
        var record = await Raised.NewAsync(service);
        await record.As("flo").PostAsync($"{record.Path}/register-risk", Note, "\"1\"", "key-c");
        var answer = await record.As("lead").PostAsync($"{record.Path}/register-risk", new { riskReference = "RISK-3" }, "\"2\"", "key-c");
        Assert.Equal((200, "\"3\""), (answer.Status, answer.Headers["ETag"]));
    }

    [Fact]
    public async Task Identical_requests_at_the_same_moment_store_one_event()
    {
        var record = await Raised.NewAsync(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            record.As("flo").PostAsync($"{record.Path}/register-risk", Note, "\"1\"", "key-d")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal("\"2\"", await record.ETagAsync());
    }

    [Fact]
    public async Task Of_different_requests_on_one_version_exactly_one_wins()
    {
        var record = await Raised.NewAsync(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            record.As("flo").PostAsync($"{record.Path}/register-risk", new { riskReference = $"RISK-{n}" }, "\"1\"")));
        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Contains(answer.Status, (int[])[409, 412]));
        Assert.Equal("\"2\"", await record.ETagAsync());
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("ключ")]
    public async Task A_key_must_be_visible_ascii(string key)
    {
        var record = await Raised.NewAsync(service);
        var request = new HttpRequestMessage(HttpMethod.Post, $"{record.Path}/register-risk") { Content = System.Net.Http.Json.JsonContent.Create(Note) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        var answer = await record.As("flo").SendAsync(request);
        Assert.Equal((400, "malformed"), (answer.Status, answer.Code));
    }
}
