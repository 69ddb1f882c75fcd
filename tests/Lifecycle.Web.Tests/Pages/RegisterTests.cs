using Lifecycle.Testing;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>The register: search, filter, sort and count, in an address that can be sent to a colleague.</summary>
public sealed class RegisterTests(Site site)
{
    [Fact]
    public async Task Words_find_records_and_the_total_is_told_in_words()
    {
        var word = Word();
        await site.Api("hmi").RaiseAsync($"Fleet {word} one", body: "surrey");
        await site.Api("hmi").RaiseAsync($"Fleet {word} two", level: null, body: "surrey", due: Today.Plus(-12));
        using var visitor = await site.SignInAsync("flo.surrey");

        var page = await SearchAsync(visitor, word);

        Assert.Equal($"/recommendations?q={word}", page.Path);
        Assert.Contains("2 records", page.Text, StringComparison.Ordinal);
        var rows = page.Table("Records");
        Assert.Equal(["2", "Not known"], rows.Select(row => row[1]).Order());
        Assert.Contains(rows, row => row[2].StartsWith("Raised since", StringComparison.Ordinal) && row[3] == "Not rated");
        Assert.Contains(rows, row => row[4].EndsWith("Overdue by 12 days No explanation", StringComparison.Ordinal));
        Assert.Contains("Level 2 (1)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Overdue without explanation (1)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_is_shown_and_can_be_taken_away_one_by_one_or_at_once()
    {
        var word = Word();
        await site.Api("hmi").RaiseAsync($"Radio {word}", level: 3, body: "surrey");
        using var visitor = await site.SignInAsync("flo.surrey");
        var page = await visitor.GoAsync($"/recommendations?q={word}&level=3,unknown&dueBefore=1/3/2027&overdue=unexplained");

        Assert.Equal($"/recommendations?q={word}&overdue=unexplained&dueBefore=2027-03-01&level=3&level=unknown", page.Path);
        Assert.Equal(
            [$"Words: {word}", "Deadline: Overdue without explanation", "Due before: 1 March 2027", "Level: 3", "Level: Not known"],
            page.Document.QuerySelectorAll(".moj-filter__tag").Select(tag => SeenPage.Words(tag)["Remove the filter ".Length..]));
        Assert.Contains("No records match", page.Text, StringComparison.Ordinal);
        Assert.Contains("Remove a filter", page.Text, StringComparison.Ordinal);

        foreach (var filter in (string[])["Deadline: Overdue without explanation", "Due before: 1 March 2027", "Level: Not known"])
            page = await visitor.GoAsync(page.Link($"Remove the filter {filter}"));
        Assert.Equal($"/recommendations?q={word}&level=3", page.Path);
        Assert.Single(page.Table("Records"));
        Assert.Equal("/recommendations", page.Link("Clear all filters"));
    }

    [Fact]
    public async Task A_form_s_empty_fields_are_not_in_the_address_and_the_order_and_point_in_time_stay()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/recommendations?sort=due&asAt=2025-06-30");
        page = await visitor.SubmitAsync(page.Form("q"), ("kind", "cause-of-concern"));
        Assert.Equal("/recommendations?sort=due&kind=cause-of-concern&asAt=2025-06-30", page.Path);
        Assert.Contains("You are not looking at now.", SeenPage.Words(page.Document.QuerySelector(".app-time")), StringComparison.Ordinal);
        Assert.Contains("asAt=2025-06-30", page.Document.QuerySelector("table tbody a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_s_head_sorts_by_it_and_says_so()
    {
        var word = Word();
        foreach (var (level, due) in ((int?, string?)[])[(1, Today.Plus(30)), (4, Today.Plus(10)), (null, null)])
            await site.Api("hmi").RaiseAsync($"Drone {word}", level, "surrey", due: due);
        using var visitor = await site.SignInAsync("flo.surrey");
        var page = await visitor.GoAsync($"/recommendations?q={word}");
        Assert.Equal("ascending", page.Document.QuerySelector("th.app-records__record[scope=col]")!.GetAttribute("aria-sort"));

        page = await visitor.GoAsync(page.Link("Level"));
        Assert.Equal(["4", "1", "Not known"], page.Table("Records, highest level first").Select(row => row[1]));
        page = await visitor.GoAsync(page.Link("Due"));
        Assert.Equal(["4", "1", "Not known"], page.Table("Records, soonest due first").Select(row => row[1]));
        Assert.Single(page.Document.QuerySelectorAll("[aria-sort]"));
        Assert.Equal($"/recommendations?q={word}", page.Link("Reference"));
    }

    [Fact]
    public async Task A_day_that_is_none_is_said_beside_the_field_and_kept()
    {
        using var visitor = await site.SignInAsync("flo.surrey");
        var page = await visitor.GoAsync("/recommendations?dueBefore=31/2/2027&level=2");
        Assert.Equal(400, page.Status);
        page.AssertError("dueBefore", "Due before must be a day, for example 31/3/2027.");
        Assert.Equal("31/2/2027", page.Document.QuerySelector("#dueBefore")!.GetAttribute("value"));
        page = await visitor.SubmitAsync(page.Form("dueBefore"), ("dueBefore", "31/3/2027"));
        Assert.Equal("/recommendations?dueBefore=2027-03-31&level=2", page.Path);
    }

    [Theory]
    [InlineData("kind=judgment", "“judgment” is not a choice here. Choose from the list.")]
    [InlineData("level=5", "“5” is not a choice here. Choose from the list.")]
    [InlineData("sort=colour", "“colour” is not a choice here. Choose from the list.")]
    [InlineData("owner=a&owner=b", "Choose one owner only.")]
    public async Task A_choice_that_there_is_not_is_never_left_out_without_a_word(string query, string problem)
    {
        using var visitor = await site.SignInAsync("flo.surrey");
        var page = await visitor.GoAsync($"/recommendations?{query}");
        Assert.Equal(400, page.Status);
        Assert.Equal([problem], page.Errors);
    }

    [Fact]
    public async Task A_force_finds_and_counts_nothing_of_another()
    {
        var word = Word();
        await site.Api("hmi").RaiseAsync($"Horse {word}", body: "essex");
        using var other = await site.SignInAsync("flo.surrey");
        using var national = await site.SignInAsync("auditor");

        var theirs = await other.GoAsync($"/recommendations?q={word}");
        Assert.Contains("No records match", theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Essex", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("Essex Police (1)", (await national.GoAsync($"/recommendations?q={word}")).Text, StringComparison.Ordinal);
    }

    private static string Word() => $"w{Guid.NewGuid():n}"[..10];

    private static async Task<SeenPage> SearchAsync(Visitor visitor, string words)
    {
        var page = (await visitor.GoAsync("/recommendations")).AssertOk();
        return (await visitor.SubmitAsync(page.Form("q"), ("q", words))).AssertOk();
    }
}
