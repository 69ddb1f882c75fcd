using System.Text;

namespace Lifecycle.Api.Tests;

/// <summary>Whatever body comes in, the answer is a problem that says what to do, and never a fault of ours.</summary>
public sealed class HostileBodyTests(Service service)
{
    public static TheoryData<string, string> Bodies { get; } = new()
    {
        { "", "body" },
        { "{", "body" },
        { "null", "body" },
        { "[]", "body" },
        { "\"text\"", "body" },
        { "{\"riskReference\":\"R1\"} trailing", "body" },
        { "{\"riskReference\":\"R1\"}{}", "body" },
        { "{\"riskReference\":\"R1\",\"riskReference\":\"R2\"}", "body" },
        { "{riskReference:1}", "body" },
        { "{\"riskReference\":\"\\ud800\"}", "body" },
        { "{\"riskReference\":\"R1\",\"effectiveOn\":\"\\udc00\"}", "body" },
        { "{\"\\ud800\":1}", "body" },
        { "{}", "riskReference" },
        { "{\"riskReference\":null}", "riskReference" },
        { "{\"riskReference\":1}", "riskReference" },
        { "{\"riskReference\":{\"a\":1}}", "riskReference" },
        { "{\"riskReference\":\"R1\",\"note\":[]}", "note" },
        { "{\"riskReference\":\"R1\",\"nota\":\"typo\"}", "nota" },
        { "{\"RiskReference\":\"R1\"}", "RiskReference" },
        { "{\"riskReference\":\"R1\",\"act\":{\"actor\":\"me\"}}", "act" },
        { "{\"riskReference\":\"R1\",\"effectiveOn\":\"yesterday\"}", "effectiveOn" },
        { "{\"riskReference\":\"R1\",\"effectiveOn\":20260101}", "effectiveOn" },
        { "{\"riskReference\":\"R1\",\"source\":7}", "source" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_not_right_is_refused_with_the_field_named(string body, string field)
    {
        var record = await Raised.NewAsync(service);
        var answer = await record.As("flo").PostTextAsync($"{record.Path}/register-risk", body, "\"1\"");
        Assert.Equal((400, "malformed"), (answer.Status, answer.Code));
        Assert.Contains(field, answer.Fields);
        Assert.Equal("\"1\"", await record.ETagAsync());
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var record = await Raised.NewAsync(service);
        var answer = await record.As("flo").PostTextAsync(
            $"{record.Path}/set-steps", """{"steps":[{"id":1,"criterion":"x","origin":"nobody"},null,{"id":"2","criterion":"y","origin":3,"extra":true}],"effectiveOn":"soon"}""", "\"1\"");
        Assert.Equal(["effectiveOn", "steps[0].id", "steps[0].origin", "steps[1]", "steps[2].extra", "steps[2].origin"], answer.Fields.Order(StringComparer.Ordinal));
        Assert.Contains("one of hmicfrs, force", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_and_bad_bytes_are_malformed()
    {
        var record = await Raised.NewAsync(service);
        var deep = $"{{\"riskReference\":{new string('[', 5000)}{new string(']', 5000)}}}";
        Assert.Equal("malformed", (await record.As("flo").PostTextAsync($"{record.Path}/register-risk", deep, "\"1\"")).Code);
        var request = new HttpRequestMessage(HttpMethod.Post, $"{record.Path}/register-risk") { Content = new ByteArrayContent([.. "{\"riskReference\":\""u8, 0xFF, 0xFE, .. "\"}"u8]) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        Assert.Equal("malformed", (await record.As("flo").SendAsync(request)).Code);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        var record = await Raised.NewAsync(service);
        var large = $$"""{"riskReference":"{{new string('a', 1024 * 1024)}}"}""";
        var said = await record.As("flo").PostTextAsync($"{record.Path}/register-risk", large, "\"1\"");
        Assert.Equal((413, "body_too_large"), (said.Status, said.Code));
        var request = new HttpRequestMessage(HttpMethod.Post, $"{record.Path}/register-risk") { Content = new StreamContent(new Unsized(Encoding.UTF8.GetBytes(large))) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        Assert.Equal("body_too_large", (await record.As("flo").SendAsync(request)).Code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task A_body_that_is_not_json_is_refused(string mediaType)
    {
        var record = await Raised.NewAsync(service);
        var answer = await record.As("flo").PostTextAsync($"{record.Path}/register-risk", "{}", "\"1\"", mediaType);
        Assert.Equal((415, "unsupported_media_type"), (answer.Status, answer.Code));
    }

    /// <summary>A stream that does not tell its length, so that the request cannot either.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
