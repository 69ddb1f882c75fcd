using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>Bringing a register in, in a real browser, through every stage.</summary>
[Collection(BringInSteps.OneByOne)]
public sealed class BringInJourneyTests(Site site)
{
    [Theory]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Desk)]
    public async Task Every_stage_is_accessible_and_one_gets_through_with_and_without_JavaScript(bool scripts, int width)
    {
        await using var window = await site.OpenAsync("admin", scripts, width);
        var page = await window.GoAsync("/bring-in");
        await window.AssertGoodAsync("bring-in");
        await SendAsync(page, "broken.json", BringInFiles.Register("Not An Id", 60));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Nothing was imported" }).WaitForAsync();
        await window.AssertGoodAsync("bring-in-problems");

        await window.GoAsync("/bring-in");
        await SendAsync(page, "register.json", BringInFiles.Register($"bring-in-{width}-{scripts}".ToLowerInvariant(), 12));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Check what would be added" }).WaitForAsync();
        await window.AssertGoodAsync("bring-in-preview");
        await using (await BringInFiles.WriterAtWorkAsync(site))
        {
            // Looks of the page at itself have to wait while we look at it; the redirect after the button does not count as one.
            await page.RouteAsync("**/*", route => route.Request is { Method: "GET", IsNavigationRequest: true } ? route.AbortAsync("aborted") : route.ContinueAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Import all of it" }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "Importing" }).WaitForAsync();
            await window.AssertGoodAsync("bring-in-progress");
            await page.UnrouteAllAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Look again now" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Imported" }).WaitForAsync();
        await window.AssertGoodAsync("bring-in-done");
    }

    private static async Task SendAsync(IPage page, string name, string text)
    {
        await page.GetByLabel("Register", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the files" }).ClickAsync();
    }
}
