using System.Text.RegularExpressions;

namespace Lifecycle.Web.Tests.Pages.Map;

/// <summary>What is promised of every page, of one visit to each: it is light, it reads aloud, and it fits when it is enlarged.</summary>
public sealed partial class EveryPageOfTheMapTests(Site site)
{
    public static TheoryData<string> Pages => [.. MapPages.All.Keys];

    [Theory, MemberData(nameof(Pages))]
    public async Task It_is_light_reads_aloud_and_fits_when_enlarged(string page)
    {
        var (persona, addressOf) = MapPages.All[page];
        var address = await addressOf(site);
        await using var window = await site.OpenAsync(persona, density: Reflow.Density);
        var weight = Weight.Of(window.Page);
        await window.GoAsync(address);
        await weight.AssertLightAsync();
        await ReadAloud.AssertAsync(window.Page);
        await Reflow.AssertAsync(window);
    }

    [Fact]
    public async Task Every_page_of_the_map_is_visited()
    {
        var map = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "../../../../../docs/pages.md"), TestContext.Current.CancellationToken);
        Assert.Equal(Address().Matches(map).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal), MapPages.All.Keys.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^\\| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Address();
}
