using System.Net;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>Who are you? And nobody gets in, or led astray, by the sign-in page.</summary>
public sealed class SignInTests(Site site)
{
    [Fact]
    public async Task Who_has_not_signed_in_is_asked_to_and_then_gets_where_they_wanted_to_go()
    {
        using var visitor = site.Anybody();
        var page = await visitor.GoAsync("/?asAt=2023-09-04");
        Assert.Equal("Sign in", page.Heading);

        var home = await visitor.SubmitAsync(page.Form("persona"), ("persona", "demo.flo.west-mercia"));

        Assert.Equal("/?asAt=2023-09-04", home.Path);
        Assert.Contains("Force liaison officer, West Mercia Police", SeenPage.Words(home.Document.QuerySelector(".app-header")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_person_says_what_they_may_do_and_another_force_s_people_are_one_choice_away()
    {
        using var visitor = site.Anybody();
        var page = await visitor.SubmitAsync((await visitor.GoAsync("/sign-in")).Form("force"), ("force", "cleveland"));
        Assert.Contains("Chief constable of Cleveland Police Signs off levels 1 and 2, with a note of the oversight.", page.Text, StringComparison.Ordinal);
        Assert.Contains("HM Inspector", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string returnTo)
    {
        using var visitor = site.Anybody();
        var page = await visitor.GoAsync($"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}");
        Assert.Equal("/", (await visitor.SubmitAsync(page.Form("persona"), ("persona", "demo.auditor"), ("returnTo", returnTo))).Path);
    }

    [Fact]
    public async Task Who_is_nobody_of_the_list_is_told_to_choose()
    {
        using var visitor = site.Anybody();
        var page = await visitor.SubmitAsync((await visitor.GoAsync("/sign-in")).Form("persona"), ("persona", "demo.nobody"));
        Assert.Equal(["Choose who you are."], page.Errors);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await site.SignInAsync("board.west-mercia");
        var home = await visitor.GoAsync("/");
        await visitor.SubmitAsync(home.Document.Forms.Single(form => form.GetAttribute("action") == "/sign-out"));
        Assert.Equal("Sign in", (await visitor.GoAsync("/")).Heading);
    }

    [Fact]
    public async Task A_browser_s_session_gives_no_commands_through_the_API()
    {
        using var visitor = await site.SignInAsync("flo.west-mercia");
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/api/v1/recommendations")).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var visitor = await site.SignInAsync("flo.west-mercia");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostBareAsync("/sign-out")).StatusCode);
        Assert.Equal(200, (await visitor.GoAsync("/")).Status);
    }

    [Fact]
    public async Task The_page_is_accessible_and_fits()
    {
        await using var window = await site.OpenAsync(null);
        await window.GoAsync("/sign-in");
        await window.AssertGoodAsync("sign-in");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task One_signs_in_by_keyboard_with_and_without_JavaScript(bool scripts)
    {
        await using var window = await site.OpenAsync(null, scripts);
        var page = await window.GoAsync("/sign-in");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("HM Inspector") }).FocusAsync();
        await window.EnterAsync("**/");
        await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("What waits for you");
    }
}
