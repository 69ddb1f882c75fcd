using System.Globalization;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests;

/// <summary>
/// One story through the browser, told by eight people: a report is brought in, its record is worked on, recommended for closure,
/// returned, worked on again and signed off; an auditor then replays it, and sees the board's position the day before and after.
/// </summary>
public sealed class StoryTests(Site site)
{
    // Checked once more before they are given.
    private static readonly string[] Grave = ["Recommend closure", "Return it without signing off", "Sign off"];

    private const string Title = "Evidence of custody reviews";

    private static string Yesterday => DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory, InlineData(true, "north-wales"), InlineData(false, "northamptonshire")]
    public async Task A_report_is_brought_in_worked_on_returned_signed_off_and_replayed(bool scripts, string force)
    {
        var reference = $"story-{force}-afi-1-{force}";
        await As("admin", page => BringInAsync(page, force));
        await As($"flo.{force}", async page =>
        {
            await page.GotoAsync("/recommendations?q=custody+reviews");
            await page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
            await ActAsync(page, "Allocate an owner and a board", ("owner", "head of custody"), ("board", "improvement board"));
        });
        await As($"lead.{force}", async page =>
        {
            await RecordAsync(page, reference);
            await ActAsync(page, "Set the steps to green", ("steps-1-criterion", "Every custody record is reviewed"));
            await EvidenceAsync(page, "Review of the first quarter", "https://records.example.org/first");
            await page.GetByRole(AriaRole.Link, new() { Name = "Say that a step is met" }).ClickAsync();
            await page.Locator("input[name=step]").First.CheckAsync();
            await SaveAsync(page);
        });
        await PassAndRecommendAsync(force, reference, "Three months were complete.");
        await As($"fll.{force}", async page =>
        {
            await RecordAsync(page, reference);
            await ActAsync(page, "Return it without signing off", ("missing", "A second quarter."));
            Assert.Contains("Steps evidenced", await MainAsync(page), StringComparison.Ordinal);
        });
        await As($"lead.{force}", async page =>
        {
            await RecordAsync(page, reference);
            await EvidenceAsync(page, "Review of the second quarter", "https://records.example.org/second");
        });
        await PassAndRecommendAsync(force, reference, "Six months were complete.");
        await As($"fll.{force}", async page =>
        {
            await page.GotoAsync("/sign-off");
            await page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
            await ActAsync(page, "Sign off", ("channel", "meeting"));
            Assert.Contains("Signed off", await MainAsync(page), StringComparison.Ordinal);
        });
        await As("auditor", page => AuditAsync(page, force, reference));

        async Task As(string persona, Func<IPage, Task> does)
        {
            await using var window = await site.OpenAsync(persona, scripts);
            await does(window.Page);
        }

        Task PassAndRecommendAsync(string body, string record, string statement) => As($"dcc.{body}", async page =>
        {
            await RecordAsync(page, record);
            await ActAsync(page, "Pass scrutiny", ("note", "Satisfied."));
            await ActAsync(page, "Recommend closure", ("statement", statement));
        });
    }

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

    private static async Task AuditAsync(IPage page, string force, string reference)
    {
        await page.GotoAsync($"/recommendations/{reference}/replay?step=1");
        var told = new List<string>();
        for (var next = page.Locator("main a[rel=next]"); ; await next.First.ClickAsync())
        {
            told.Add(await page.Locator("main").InnerTextAsync());
            if (await next.CountAsync() == 0) break;
        }

        Assert.Equal(12, told.Count);
        Assert.Contains("Signed off", told[^1], StringComparison.Ordinal);
        Assert.Equal("1", await OpenAsync(page, force, $"&asAt={Yesterday}"));
        Assert.Equal("0", await OpenAsync(page, force, ""));
    }

    // Nobody else in these tests raises an area for improvement here.
    private static async Task<string> OpenAsync(IPage page, string force, string query)
    {
        await page.GotoAsync($"/position?body={force}{query}");
        return await page.Locator(".app-tile", new() { HasText = "Areas for improvement" }).Locator(".app-tile__number").InnerTextAsync();
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
