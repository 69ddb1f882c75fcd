using Lifecycle.Testing;
using Lifecycle.Web.Tests.Pages;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests;

/// <summary>
/// One story through the browser, told by eight people: a report is brought in, its record is worked on, recommended for closure,
/// returned, worked on again and signed off; an auditor then replays it, and sees the board's position the day before and after.
/// </summary>
[Collection(BringInSteps.OneByOne)]
public sealed partial class StoryTests(Site site)
{
    private const string Title = "Evidence of custody reviews";

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
        foreach (var told in (string[])["flo", "lead", "dcc"])
            await As($"{told}.{force}", async page => await Assertions.Expect(await WaitingAsync(page, "Returned to us")).ToContainTextAsync(Title));
        await As($"lead.{force}", async page =>
        {
            await (await WaitingAsync(page, "My records")).GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
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
        Assert.Equal("1", await OpenAsync(page, force, $"&asAt={Today.Plus(-1)}"));
        Assert.Equal("0", await OpenAsync(page, force, ""));
    }

    // Nobody else in these tests raises an area for improvement here.
    private static async Task<string> OpenAsync(IPage page, string force, string query)
    {
        await page.GotoAsync($"/position?body={force}{query}");
        return await page.Locator(".app-tile", new() { HasText = "Areas for improvement" }).Locator(".app-tile__number").InnerTextAsync();
    }
}
