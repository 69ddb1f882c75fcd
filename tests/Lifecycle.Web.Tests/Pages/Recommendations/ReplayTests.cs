namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>How did it stand after each event, and who could have signed that day?</summary>
public sealed class ReplayTests(Site site)
{
    [Fact]
    public async Task An_auditor_finds_a_record_by_its_reference_and_goes_through_it_forward_and_back()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.SubmitAsync((await auditor.GoAsync("/replay")).Form("reference"), ("reference", $" {reference} "));
        Assert.Contains("Step 1 of 14: Raised", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Previous step", page.Text, StringComparison.Ordinal);
        page = await auditor.GoAsync(page.Link("Next step : 2: Owner allocated"));
        Assert.Equal([["Status", "Raised", "In progress"], ["Owner", "Not allocated", "head-of-custody"], ["Board", "None", "service-improvement-board"]], page.Table("What it changed"));
        page = await auditor.GoAsync(page.Link("Previous step : 1: Raised"));
        Assert.Equal(("Raised", "Not allocated"), (page.Summary("Status"), page.Summary("Owner")));
        Assert.Equal(["Status", "Raised"], page.Table("What it changed")[0]);
        page = await auditor.SubmitAsync(page.Form("step"), ("step", "14"));
        Assert.Equal("Steps evidenced (changed by this step)", page.Summary("Status"));
        Assert.DoesNotContain("Next step", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_step_says_the_rule_of_its_day_and_who_could_have_signed()
    {
        var reference = await RecordLives.RecommendedAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        var last = await auditor.GoAsync($"/recommendations/{reference}/replay");
        Assert.Contains("Chief constable of West Mercia Police, but not demo.flo.west-mercia, who recommended the closure.", last.Text, StringComparison.Ordinal);
        Assert.Contains("rule level-2-chief-constable, version 1, in force since 1 September 2023", last.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody: the record was raised.", (await auditor.GoAsync($"/recommendations/{reference}/replay?step=1")).Text, StringComparison.Ordinal);
        await site.Api("chief.west-mercia").DoAsync(reference, "sign-off", new { oversightNote = "Seen by the board." });
        Assert.Contains("Chief constable of West Mercia Police, but not demo.flo.west-mercia", (await auditor.GoAsync($"/recommendations/{reference}/replay")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_levels_counted_the_older_rule_is_named()
    {
        var reference = await site.Api("hmi").RaiseAsync("Custody records", 2, raisedOn: "2023-08-01");
        await site.Api("flo.west-mercia").DoAsync(reference, "allocate", new { owner = "head-of-custody" });
        using var auditor = await site.SignInAsync("auditor");
        var raised = await auditor.GoAsync($"/recommendations/{reference}/replay?step=1");
        Assert.Contains("Who could have signed it off on 1 August 2023", raised.Text, StringComparison.Ordinal);
        Assert.Contains("rule before-levels-hmicfrs, version 1, in force until 31 August 2023", raised.Text, StringComparison.Ordinal);
        Assert.Contains("Scrutiny was needed before closure could be recommended, by the deputy chief constable.", raised.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("0"), InlineData("99")]
    public async Task A_step_that_there_is_not_is_not_found(string step)
    {
        var reference = await RecordLives.NewAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        Assert.Equal(404, (await auditor.GoAsync($"/recommendations/{reference}/replay?step={step}")).Status);
    }

    [Fact]
    public async Task What_was_entered_later_is_not_there_yet_as_known_before()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        var moment = (await site.Api("auditor").GetAsync($"recommendations/{reference}/history")).GetProperty("items")[1].GetProperty("recordedAt").GetString()!;
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.GoAsync($"/recommendations/{reference}/replay?knownAt={moment}");
        Assert.Contains("Step 2 of 2: Owner allocated", page.Text, StringComparison.Ordinal);
        Assert.Contains("You are not looking at now.", SeenPage.Words(page.Document.Body), StringComparison.Ordinal);
        Assert.Contains("knownAt=", page.Link("Previous step : 1: Raised"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_does_not_exist_says_what_to_do()
    {
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.GoAsync("/replay");
        (await auditor.SubmitAsync(page.Form("reference"), ("reference", "no-such"))).AssertError("reference", "There is no record with this reference that you may see. Search for its words in the register");
        (await auditor.SubmitAsync(page.Form("reference"), ("reference", " "))).AssertError("reference", "Enter the reference of a record");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_pages_are_accessible_and_fit(bool scripts)
    {
        await using var window = await site.OpenAsync("auditor", scripts);
        var (reopened, verbose) = (await SharedLives.ReopenedAsync(site), await SharedLives.VeryLongAsync(site));
        foreach (var (name, address) in ((string, string)[])
            [("find", "/replay"), ("first", $"/recommendations/{reopened}/replay?step=1"), ("middle", $"/recommendations/{reopened}/replay?step=19"), ("last", $"/recommendations/{reopened}/replay"), ("long", $"/recommendations/{verbose}/replay?step=5")])
        {
            await window.GoAsync(address);
            await window.AssertGoodAsync($"replay-{name}");
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_journey_goes_by_keyboard_alone(bool scripts)
    {
        var reference = await RecordLives.NewAsync(site);
        await using var window = await site.OpenAsync("auditor", scripts);
        var page = await window.GoAsync("/replay");
        await page.GetByLabel("Reference").FocusAsync();
        await page.Keyboard.TypeAsync(reference);
        await window.EnterAsync("**/replay?step=1");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Two moments" }).FocusAsync();
        await window.EnterAsync("**/moments");
        Assert.Contains("Custody records", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }
}
