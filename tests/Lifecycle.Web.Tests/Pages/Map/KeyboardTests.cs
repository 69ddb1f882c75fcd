using Lifecycle.Web.Tests.Pages.Recommendations;
using Lifecycle.Web.Tests.Pages.SignOff;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages.Map;

/// <summary>The order of the focus, its visibility and its way out, on a page of every family.</summary>
public sealed class KeyboardTests(Site site)
{
    [Theory, InlineData(Window.Desk), InlineData(Window.Telephone)]
    public Task A_filtered_register(int width) => WalkAsync("auditor", "/recommendations?asAt=2025-06-30&level=unknown&kind=cause-of-concern", width);

    [Theory, InlineData(Window.Desk), InlineData(Window.Telephone)]
    public async Task A_record(int width) => await WalkAsync("flo.west-mercia", $"/recommendations/{await SharedLives.ReopenedAsync(site)}", width);

    [Theory, InlineData(Window.Desk), InlineData(Window.Telephone)]
    public async Task A_form_with_mistakes(int width) => await WalkAsync(
        "flo.west-mercia", $"/recommendations/{await SharedLives.WorkedOnAsync(site)}/do/submit-evidence", width, SendAsync);

    [Theory, InlineData(Window.Desk), InlineData(Window.Telephone)]
    public async Task A_record_of_a_meeting(int width)
    {
        var force = width == Window.Desk ? "thames-valley" : "south-yorkshire";
        foreach (var title in (string[])["Custody records", "Stop and search"]) await WaitingRecords.OneAsync(site, force, title);
        using var visitor = await site.SignInAsync($"fll.{force}");
        await WaitingRecords.BeginAsync(visitor);
        await WalkAsync($"fll.{force}", "/sign-off/meeting?item=1", width);
    }

    [Theory, InlineData(Window.Desk), InlineData(Window.Telephone)]
    public async Task A_step_of_a_replay(int width) => await WalkAsync("auditor", $"/recommendations/{await SharedLives.ReopenedAsync(site)}/replay?step=19", width);

    [Fact]
    public Task The_position_of_a_board() => WalkAsync("hmi", "/position", Window.Desk);

    private async Task WalkAsync(string persona, string address, int width, Func<IPage, Task>? does = null)
    {
        await using var window = await site.OpenAsync(persona, width: width);
        await window.GoAsync(address);
        if (does is not null) await does(window.Page);
        await window.AssertScriptsAsync();
        await KeyboardWalk.AssertAsync(window.Page);
    }

    private static async Task SendAsync(IPage page)
    {
        await page.Locator("main form[method=post] button.govuk-button:not(.govuk-button--secondary)").First.ClickAsync();
        await page.Locator(".govuk-error-summary").WaitForAsync();
    }
}
