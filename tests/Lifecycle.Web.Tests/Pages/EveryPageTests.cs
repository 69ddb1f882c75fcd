namespace Lifecycle.Web.Tests.Pages;

/// <summary>What holds for all pages: headers and errors. What every page of the map keeps to is in Map.</summary>
public sealed class EveryPageTests(Site site)
{
    [Fact]
    public async Task Nothing_but_our_own_files_runs_and_no_copy_is_kept()
    {
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var answer = await visitor.GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_and_what_to_do()
    {
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync("/no/such/page");
        Assert.Equal((404, "Page not found"), (page.Status, page.Heading));
    }

    [Theory]
    [InlineData("/?asAt=yesterday", "'yesterday' is not a day.")]
    [InlineData("/?knownAt=31/2/2024", "'31/2/2024' is neither a day nor a moment.")]
    public async Task A_point_in_time_that_cannot_be_read_is_not_taken_for_now(string address, string problem)
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync(address);
        Assert.Equal(400, page.Status);
        Assert.Contains(problem, page.Text, StringComparison.Ordinal);
        Assert.Equal("/", page.Link("See the same page as it is now"));
    }

    [Fact]
    public async Task Whoever_does_not_look_at_now_is_told_on_the_page()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/?asAt=4/9/2023&knownAt=2026-11-20");
        var banner = SeenPage.Words(page.Document.QuerySelector(".app-time"));
        Assert.Equal("You are not looking at now. This is as at 4 September 2023, as known on 20 November 2026 at 23:59. Return to now", banner);
        Assert.Null((await visitor.GoAsync("/")).Document.QuerySelector(".app-time"));
    }

    [Theory, InlineData("/accessibility", "accessibility"), InlineData("/no/such/page", "not-found"), InlineData("/?asAt=yesterday", "bad-day")]
    public async Task Plain_pages_are_accessible_and_fit(string address, string picture)
    {
        await using var window = await site.OpenAsync("auditor");
        await window.GoAsync(address);
        await window.AssertGoodAsync(picture);
    }
}
