namespace Lifecycle.Web.Tests;

/// <summary>A scan that finds nothing anywhere proves nothing.</summary>
public sealed class AccessibilityTests(Site site)
{
    [Fact]
    public async Task What_is_wrong_is_found_and_named()
    {
        await using var window = await site.OpenAsync(null);
        var page = await window.GoAsync("/sign-in");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.EvaluateAsync("document.querySelector('main').append(Object.assign(new Image(), { id: 'unnamed' }))");
        var found = Assert.Single(await Accessibility.ViolationsAsync(page));
        Assert.StartsWith("image-alt: ", found, StringComparison.Ordinal);
        Assert.Contains("unnamed", found, StringComparison.Ordinal);
    }
}
