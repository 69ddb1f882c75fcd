using System.Globalization;
using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>As at a day, as known at a moment.</summary>
public sealed class TimeTravelTests(Service service)
{
    private static readonly string Then = Iso(Raised.Day.AddDays(30));

    [Fact]
    public async Task An_event_entered_late_changes_the_past_as_known_now_and_not_as_known_then()
    {
        var record = await Raised.NewAsync(service);
        var before = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        await record.DoAsync("flo", "allocate", new { owner = "head-of-custody", effectiveOn = Iso(Raised.Day.AddDays(7)) });

        Assert.Equal("in-progress", await StatusAsync(record, $"?asAt={Then}"));
        Assert.Equal("raised", await StatusAsync(record, $"?asAt={Then}&knownAt={before}"));
        Assert.Equal("raised", await StatusAsync(record, $"?asAt={Iso(Raised.Day.AddDays(6))}"));
        Assert.Equal((1, 0), (await OpenAsync(record, $"asAt={Then}&knownAt={before}", "raised"), await OpenAsync(record, $"asAt={Then}", "raised")));
        Assert.Equal(1, await OpenAsync(record, $"asAt={Then}", "in-progress"));

        var late = (await record.As("board").ReadAsync($"{record.Path}/history")).GetProperty("items")[1];
        Assert.True(late.GetProperty("enteredLate").GetBoolean());
        Assert.Equal(Iso(Raised.Day.AddDays(7)), late.GetProperty("effectiveOn").GetString());
    }

    [Fact]
    public async Task Before_its_raise_there_was_no_record()
    {
        var record = await Raised.NewAsync(service);
        Assert.Equal(404, (await record.As("board").GetAsync($"{record.Path}?asAt={Iso(Raised.Day.AddDays(-1))}")).Status);
        Assert.Equal(404, (await record.As("board").GetAsync($"{record.Path}?knownAt=2026-01-01")).Status);
        var list = await record.As("board").ReadAsync($"/api/v1/recommendations?publication={record.Publication}&asAt={Iso(Raised.Day.AddDays(-1))}");
        Assert.Equal(0, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_list_says_for_which_day_and_moment_it_holds()
    {
        var list = await service.As("demo.auditor").ReadAsync("/api/v1/recommendations?asAt=2023-09-04&knownAt=2026-06-30&pageSize=1");
        Assert.Equal("2023-09-04", list.GetProperty("asAt").GetString());
        // The end of a day in British Summer Time.
        Assert.StartsWith("2026-06-30T22:59:59.999999", list.GetProperty("knownAt").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("effectiveOn", "2999-01-01", "effective_in_future")]
    [InlineData("effectiveOn", "2001-01-01", "before_raise")]
    public async Task Nothing_happens_in_the_future_or_before_the_raise(string field, string day, string code)
    {
        var record = await Raised.NewAsync(service);
        var answer = await record.TryAsync("flo", "allocate", new Dictionary<string, string> { ["owner"] = "somebody", [field] = day });
        Assert.Equal((422, code), (answer.Status, answer.Code));
    }

    private static async Task<string?> StatusAsync(Raised record, string query) =>
        (await record.As("board").ReadAsync(record.Path + query)).GetProperty("status").GetString();

    private static async Task<int> OpenAsync(Raised record, string view, string status) =>
        (await record.As("board").ReadAsync($"/api/v1/positions?groupBy=publication,status&body={record.Body}&{view}"))
        .GetProperty("groups").EnumerateArray().Where(group => Is(group, "publication", record.Publication) && Is(group, "status", status))
        .Sum(group => group.GetProperty("open").GetInt32());

    private static bool Is(JsonElement group, string name, string value) => group.GetProperty(name).GetString() == value;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
