namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>The page of one record with little, much and very long to show.</summary>
public sealed class RecordLookTests(Site site)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task The_page_is_accessible_and_fits_with_little_much_and_very_long(bool scripts)
    {
        await using var window = await site.OpenAsync("flo.west-mercia", scripts);
        foreach (var (name, reference) in ((string, string)[])
            [("new", await SharedLives.NewAsync(site)), ("reopened", await SharedLives.ReopenedAsync(site)), ("ended", await SharedLives.EndedAsync(site)), ("long", await SharedLives.VeryLongAsync(site))])
        {
            await window.GoAsync($"/recommendations/{reference}");
            await window.Page.Locator("#not-now summary").ClickAsync();
            await window.AssertGoodAsync($"record-{name}");
        }
    }

    [Fact]
    public async Task Even_the_longest_texts_take_no_more_than_a_hundred_kilobytes()
    {
        var reference = await SharedLives.VeryLongAsync(site);
        await using var window = await site.OpenAsync("flo.west-mercia");
        foreach (var path in (string[])["", "/history", "/replay", "/moments"])
        {
            var answer = await window.Page.RunAndWaitForResponseAsync(
                () => window.GoAsync($"/recommendations/{reference}{path}"), answer => answer.Request.IsNavigationRequest);
            var sizes = await answer.Request.SizesAsync();
            Assert.InRange(sizes.ResponseHeadersSize + sizes.ResponseBodySize, 1, 100_000);
        }
    }
}
