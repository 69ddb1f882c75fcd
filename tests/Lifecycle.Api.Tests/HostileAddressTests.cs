namespace Lifecycle.Api.Tests;

/// <summary>Whatever address, query or headers come in, the answer says what to do, and is never a fault of ours.</summary>
public sealed class HostileAddressTests(Service service)
{
    [Theory]
    [InlineData("recommendations?page=0", "page")]
    [InlineData("recommendations?page=one", "page")]
    [InlineData("recommendations?page=99999999999", "page")]
    [InlineData("recommendations?pageSize=201", "pageSize")]
    [InlineData("recommendations?pageSize=-1", "pageSize")]
    [InlineData("recommendations?asAt=2023-02-30", "asAt")]
    [InlineData("recommendations?asAt=04/09/2023", "asAt")]
    [InlineData("recommendations?knownAt=2023-09-04T10:00:00%2B01:00", "knownAt")]
    [InlineData("recommendations?knownAt=now", "knownAt")]
    [InlineData("recommendations?status=open", "status")]
    [InlineData("recommendations?kind=recommendation,", "kind")]
    [InlineData("recommendations?level=5", "level")]
    [InlineData("recommendations?overdue=yes", "overdue")]
    [InlineData("recommendations?body=atlantis", "body")]
    [InlineData("recommendations?body=essex&body=kent", "body")]
    [InlineData("recommendations?q=", "q")]
    [InlineData("recommendations?q=%00", "q")]
    [InlineData("recommendations?staus=raised", "staus")]
    [InlineData("recommendations?Status=raised", "Status")]
    [InlineData("positions?groupBy=colour", "groupBy")]
    [InlineData("positions?groupBy=kind,kind", "groupBy")]
    [InlineData("comparisons?with=all", "body")]
    [InlineData("comparisons?body=essex&with=friends", "with")]
    [InlineData("events?after=-1", "after")]
    [InlineData("events?limit=1001", "limit")]
    [InlineData("events/stream?after=x", "after")]
    [InlineData("publications?from=2025", "from")]
    [InlineData("demo/personas?x=1", "x")]
    public async Task A_query_that_is_not_right_is_refused_with_the_parameter_named(string path, string parameter)
    {
        var answer = await service.As("demo.auditor").GetAsync($"/api/v1/{path}");
        Assert.Equal((400, "malformed"), (answer.Status, answer.Code));
        Assert.Contains(parameter, answer.Fields);
    }

    [Theory]
    [InlineData("q='; drop table lifecycle.mt_events; --")]
    [InlineData("q=%25_%5C%22%26 | !")]
    [InlineData("q=((((")]
    [InlineData("owner=%F0%9F%92%A9")]
    [InlineData("publication=..%2F..%2Fetc%2Fpasswd")]
    [InlineData("asAt=0001-01-01")]
    [InlineData("asAt=9999-12-31")]
    [InlineData("knownAt=0002-01-01")]
    [InlineData("knownAt=9998-12-31")]
    [InlineData("knownAt=9999-12-31T23:59:59.9999999Z")]
    public async Task Odd_values_find_nothing_or_something_but_never_fail(string query) =>
        Assert.Equal(200, (await service.As("demo.auditor").GetAsync($"/api/v1/recommendations?{query}")).Status);

    [Theory]
    [InlineData("/api/v1/nothing", 404, "not_found")]
    [InlineData("/api/v1/recommendations/%2e%2e", 404, "not_found")]
    [InlineData("/api/v1/recommendations/'%20or%201=1", 404, "not_found")]
    [InlineData("/api/v1/publications/none", 404, "not_found")]
    [InlineData("/problems/none", 404, "not_found")]
    public async Task Addresses_that_lead_nowhere_say_so(string path, int status, string code)
    {
        var answer = await service.As("demo.auditor").GetAsync(path);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_wrong_method_a_long_address_and_long_headers_have_their_own_answers()
    {
        var person = service.As("demo.auditor");
        Assert.Equal("method_not_allowed", (await person.SendAsync(new(HttpMethod.Delete, "/api/v1/recommendations"))).Code);
        Assert.Equal("address_too_long", (await person.GetAsync($"/api/v1/recommendations?q={new string('a', 5000)}")).Code);
        person.Http.DefaultRequestHeaders.Add("X-Long", new string('a', 20_000));
        Assert.Equal("headers_too_long", (await person.GetAsync("/api/v1/recommendations")).Code);
    }
}
