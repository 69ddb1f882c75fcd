using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages.SignOff;

/// <summary>A meeting as a liaison lead holds it: by keyboard, with and without JavaScript, at a desk and on a telephone.</summary>
public sealed class MeetingInBrowserTests(Site site)
{
    private const int Records = 10;

    [Theory, InlineData(true, "cheshire"), InlineData(false, "humberside")]
    public async Task Ten_records_are_decided_by_keyboard_alone(bool scripts, string force)
    {
        for (var number = 1; number <= Records; number++) await WaitingRecords.OneAsync(site, force, $"Custody records {number}", level: 2);
        await using var window = await site.OpenAsync($"chief.{force}", scripts);
        var page = await window.GoAsync("/sign-off");
        var presses = await PressAsync(window, "Start with all", "**/sign-off/meeting?item=1");
        presses += await DecideFirstAsync(page);
        for (var number = 2; number <= Records; number++)
        {
            presses += await PressAsync(window, "Keep, and", $"**/sign-off/meeting?item={number}");
            presses += await DecideAsync(page);
        }

        presses += await PressAsync(window, "Keep, and", "**/review*");
        presses += await PressAsync(window, "Confirm 10 decisions", "**/result*");
        Assert.Contains("10 decisions are stored.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        // Three minutes at a leisurely press a second.
        Assert.InRange(presses, Records, 180);
    }

    [Theory, InlineData(Window.Telephone, true, "leicestershire"), InlineData(Window.Desk, false, "northumbria")]
    public async Task Every_page_of_a_meeting_is_accessible_and_fits(int width, bool scripts, string force)
    {
        await WaitingRecords.OneAsync(site, force, "Custody records are not complete, and nobody reviews them at night");
        for (var number = 1; number <= 3; number++) await WaitingRecords.OneAsync(site, force, $"Stop and search, part {number}", level: number == 3 ? null : 4);
        await using var window = await site.OpenAsync($"fll.{force}", scripts, width);
        await window.GoAsync("/sign-off");
        await window.AssertGoodAsync("queue");
        var page = window.Page;
        await ClickAsync(page, "Start with all");
        await window.AssertGoodAsync("meeting-record");
        // All have waited since today, so which comes first is chance.
        var signedOff = (await page.GetByRole(AriaRole.Link, new() { Name = "The whole record" }).GetAttributeAsync("href"))!.Split('/')[^1];
        await ClickAsync(page, "Keep, and go to the next");
        await window.AssertGoodAsync("meeting-error");
        await page.GetByLabel("Sign it off").CheckAsync();
        await window.AssertGoodAsync("meeting-sign-off");
        await ClickAsync(page, "Keep, and go to the next");
        await page.GetByLabel("Return it, and say what is missing").CheckAsync();
        await page.GetByLabel("What is missing?").FillAsync("Show a second quarter, with nights and weekends");
        await ClickAsync(page, "Keep, and go to the next");
        await page.GetByLabel("Decide later").CheckAsync();
        await ClickAsync(page, "Keep, and go to the next");
        await page.GetByLabel("Sign it off").CheckAsync();
        await ClickAsync(page, "Keep, and review all");
        await window.AssertGoodAsync("meeting-review");
        await site.Api($"flo.{force}").DoAsync(signedOff, "register-risk", new { riskReference = "R-7" });
        await ClickAsync(page, "Confirm 3 decisions");
        await window.AssertGoodAsync("meeting-result");
        Assert.Contains("2 decisions are stored. 2 records are still to be decided.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_queue_is_accessible_and_fits()
    {
        await using var window = await site.OpenAsync("chief.gwent");
        await window.GoAsync("/sign-off");
        await window.AssertGoodAsync("queue-empty");
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { NameRegex = new(button) }).ClickAsync();

    // The first record takes a note, which then serves all.
    private static async Task<int> DecideFirstAsync(IPage page)
    {
        var presses = await TabToAsync(page, "#choice") + 1;
        await page.Keyboard.PressAsync("Space");
        presses += await TabToAsync(page, "#oversightNote");
        await page.Keyboard.TypeAsync("Board of 3 July");
        presses += "Board of 3 July".Length + await TabToAsync(page, "#forAll") + 1;
        await page.Keyboard.PressAsync("Space");
        return presses;
    }

    private static async Task<int> DecideAsync(IPage page)
    {
        var presses = await TabToAsync(page, "#choice") + 1;
        await page.Keyboard.PressAsync("Space");
        return presses;
    }

    private static async Task<int> PressAsync(Window window, string button, string address)
    {
        var presses = await TabToAsync(window.Page, button);
        await window.EnterAsync(address);
        return presses + 1;
    }

    // As a person who works without a mouse does it: over the links that skip what comes first.
    private static async Task<int> TabToAsync(IPage page, string target)
    {
        for (var presses = 1; presses <= 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (id, text, tag, look) = await HereAsync(page);
            if (target == $"#{id}" || (!target.StartsWith('#') && text.Contains(target, StringComparison.Ordinal) && tag == "BUTTON"))
                return presses;
            if (look.Contains("govuk-skip-link", StringComparison.Ordinal))
            {
                await page.Keyboard.PressAsync("Enter");
                presses++;
            }
        }

        throw new InvalidOperationException($"No press of Tab leads to {target} on {page.Url}.");
    }

    private static async Task<(string Id, string Text, string Tag, string Look)> HereAsync(IPage page)
    {
        var here = await page.EvaluateAsync<string[]>("['id', 'textContent', 'tagName', 'className'].map(name => String(document.activeElement?.[name] ?? ''))");
        return (here[0], here[1], here[2], here[3]);
    }
}
