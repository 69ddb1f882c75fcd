using Microsoft.Playwright;

namespace Lifecycle.Web.Tests;

// What people do in the story, as they do it.
public sealed partial class StoryTests
{
    // Checked once more before they are given.
    private static readonly string[] Grave = ["Recommend closure", "Return it without signing off", "Sign off"];

    private static async Task BringInAsync(IPage page, string force)
    {
        await page.GotoAsync("/bring-in");
        await page.SetInputFilesAsync("input[name=files]", new FilePayload
        {
            Name = "story.json",
            MimeType = "application/json",
            Buffer = System.Text.Encoding.UTF8.GetBytes($$"""
                {
                  "format": "lifecycle-register/1", "title": "A story",
                  "publications": [
                    { "id": "story-{{force}}", "title": "PEEL: an inspection of {{force}}", "kind": "peel", "publishedOn": "2026-03-02", "addressed": ["{{force}}"], "source": "Report",
                      "records": [ { "number": "afi-1", "kind": "area-for-improvement", "title": "{{Title}}", "summary": "Show that custody records are reviewed.", "addressees": ["{{force}}"], "level": 3 } ] }
                  ]
                }
                """),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the files" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import all of it" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Imported");
    }

    /// <summary>One list of what waits for somebody, or for the post that they answer for.</summary>
    private static async Task<ILocator> WaitingAsync(IPage page, string list)
    {
        await page.GotoAsync("/?owner=head+of+custody");
        return page.Locator("section", new() { HasText = list });
    }

    private static async Task EvidenceAsync(IPage page, string name, string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Submit evidence" }).ClickAsync();
        await page.Locator("[name=name]").FillAsync(name);
        await page.Locator("[name=link]").FillAsync(link);
        await page.Locator("input[name=steps]").First.CheckAsync();
        await SaveAsync(page);
    }

    private static async Task RecordAsync(IPage page, string reference) => await page.GotoAsync($"/recommendations/{reference}");

    /// <summary>From the record to the form, through the check where there is one, and back to the record.</summary>
    private static async Task ActAsync(IPage page, string act, params (string Field, string Text)[] filled)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).ClickAsync();
        foreach (var (field, text) in filled) await page.Locator($"[name='{field}']").First.FillAsync(text);
        await SaveAsync(page, Grave.Contains(act) ? act : null);
    }

    private static async Task SaveAsync(IPage page, string? confirm = null)
    {
        await page.Locator("main form[method=post] button.govuk-button:not(.govuk-button--secondary)").First.ClickAsync();
        if (confirm is not null)
            await page.GetByRole(AriaRole.Button, new() { Name = confirm, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync(Title);
    }

    private static Task<string> MainAsync(IPage page) => page.Locator("main").InnerTextAsync();
}
