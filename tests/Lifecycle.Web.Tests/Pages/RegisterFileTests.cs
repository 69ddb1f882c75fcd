namespace Lifecycle.Web.Tests.Pages;

/// <summary>The register as a file is what the page shows, and harms no spreadsheet.</summary>
public sealed class RegisterFileTests(Site site)
{
    [Fact]
    public async Task The_file_has_exactly_the_records_shown_in_their_order()
    {
        var word = $"w{Guid.NewGuid():n}"[..10];
        foreach (var level in (int?[])[2, null, 4]) await site.Api("hmi").RaiseAsync($"Boat {word}", level, "norfolk");
        using var visitor = await site.SignInAsync("flo.norfolk");
        var page = await visitor.GoAsync($"/recommendations?q={word}&sort=level");

        var answer = await visitor.GetAsync(page.Link("Download all 3 as CSV"));
        var lines = await LinesAsync(answer);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches(@"^register-\d{4}-\d\d-\d\d\.csv$", answer.Content.Headers.ContentDisposition.FileName!);
        Assert.StartsWith("\uFEFFReference,Title,Kind,Body,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["4", "2", "Not known"], lines[1..].Select(line => line.Split(',')[6]));
        Assert.Equal(
            page.Document.QuerySelectorAll("table tbody th a").Select(a => a.GetAttribute("href")![("/recommendations/".Length)..]),
            lines[1..].Select(line => line.Split(',')[0]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://x.example\",\"see\")", "\"'=HYPERLINK(\"\"https://x.example\"\",\"\"see\"\")\"")]
    [InlineData("+1 officer", "'+1 officer")]
    [InlineData("Cars, vans \"and\" boats", "\"Cars, vans \"\"and\"\" boats\"")]
    public async Task What_looks_like_a_formula_is_text_and_what_divides_is_quoted(string title, string written)
    {
        var reference = await site.Api("hmi").RaiseAsync(title, body: "norfolk");
        using var visitor = await site.SignInAsync("flo.norfolk");
        var lines = await LinesAsync(await visitor.GetAsync($"/recommendations/csv?q={reference}"));
        Assert.StartsWith($"{reference},{written},Area for improvement,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_past_day_tells_how_it_was_then()
    {
        var reference = await site.Api("hmi").RaiseAsync("Bridge", body: "norfolk", raisedOn: "2026-01-15");
        await site.Api("flo.norfolk").DoAsync(reference, "allocate", new { owner = "head-of-roads" });
        using var visitor = await site.SignInAsync("flo.norfolk");

        var (before, now) = (await visitor.GetAsync($"/recommendations/csv?q={reference}&asAt=2026-02-01"), await visitor.GetAsync($"/recommendations/csv?q={reference}"));

        Assert.Equal("register-2026-02-01.csv", before.Content.Headers.ContentDisposition!.FileName);
        Assert.DoesNotContain("head-of-roads", (await LinesAsync(before))[1], StringComparison.Ordinal);
        Assert.Contains("head-of-roads", (await LinesAsync(now))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_s_file_has_nothing_of_another()
    {
        var reference = await site.Api("hmi").RaiseAsync("Harbour", body: "essex");
        using var visitor = await site.SignInAsync("flo.norfolk");
        Assert.Single(await LinesAsync(await visitor.GetAsync($"/recommendations/csv?q={reference}")));
    }

    [Fact]
    public async Task A_file_of_what_there_is_not_is_refused()
    {
        using var visitor = await site.SignInAsync("flo.norfolk");
        Assert.Equal(400, (int)(await visitor.GetAsync("/recommendations/csv?level=9")).StatusCode);
    }

    private static async Task<string[]> LinesAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
        var text = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[..^2].Split("\r\n");
    }
}
