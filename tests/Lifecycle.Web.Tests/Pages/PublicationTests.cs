namespace Lifecycle.Web.Tests.Pages;

/// <summary>What was published in these months, and what became of one report?</summary>
public sealed class PublicationTests(Site site)
{
    private const string Misprinted = "/publications/peel-2023-2025-west-mercia";

    [Fact]
    public async Task The_digest_of_a_window_lists_the_newest_first_with_what_became_of_each()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = (await visitor.GoAsync("/publications?from=1/5/2025&to=31/7/2025")).AssertOk();
        var rows = page.Table("Publications");
        Assert.Equal(19, rows.Count);
        Assert.StartsWith("Joint child protection inspection of identification", rows[0][0], StringComparison.Ordinal);
        Assert.Equal("3", rows[0][1]);
        Assert.StartsWith("19 publications, newest first.", page.Text[page.Text.IndexOf("19 pub", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_entered_is_not_known_and_not_nought()
    {
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var rows = (await visitor.GoAsync("/publications?from=14/5/2025&to=14/5/2025")).Table("Publications");
        Assert.All(rows, row => Assert.Equal("Not known: no record has been entered", row[1]));
        Assert.Contains("published 14 May 2025 (printed as 14 May 2024, corrected)", Assert.Single(rows, row => row[0].Contains("West Mercia", StringComparison.Ordinal))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_of_the_body_that_the_viewer_serves()
    {
        using var visitor = await site.SignInAsync("flo.essex");
        var page = await visitor.GoAsync("/publications?from=16/5/2025&to=16/5/2025&body=essex");
        Assert.Contains("count the records of Essex Police", page.Text, StringComparison.Ordinal);
        Assert.Equal(["4", "4", "0", "0", "0"], Assert.Single(page.Table("Publications")).Skip(1));
    }

    [Theory]
    [InlineData("/publications?from=soon", "from", "'soon' is not a day. Enter day, month and year, for example 1/5/2025.")]
    [InlineData("/publications?from=2/5/2025&to=1/5/2025", "to", "The last day must be the same as or after the first day.")]
    public async Task A_window_that_cannot_be_is_said_beside_its_field(string address, string field, string message)
    {
        using var visitor = await site.SignInAsync("auditor");
        (await visitor.GoAsync(address)).AssertError(field, message);
    }

    [Fact]
    public async Task A_window_without_publications_leads_back_to_all()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/publications?from=1/1/1990&to=2/1/1990");
        Assert.Equal("/publications", page.Link("Show all publications"));
    }

    [Fact]
    public async Task A_filter_keeps_the_point_in_time_and_the_pages_keep_the_filter()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/publications?asAt=2025-12-31");
        var narrowed = await visitor.SubmitAsync(page.Form("from"), ("from", "1/1/2017"));
        Assert.Contains("asAt=2025-12-31", narrowed.Path, StringComparison.Ordinal);
        Assert.Equal("/publications?from=1%2F1%2F2017&page=2&asAt=2025-12-31", narrowed.Link("Next page"));
    }

    [Fact]
    public async Task One_publication_shows_both_its_days_and_its_printed_counts_before_the_records_are_entered()
    {
        using var visitor = await site.SignInAsync("board.west-mercia");
        var page = (await visitor.GoAsync(Misprinted)).AssertOk();
        Assert.Equal("14 May 2025 Printed as “14th May 2024”, which has been corrected", page.Summary("Published"));
        Assert.Equal("West Mercia Police", page.Summary("Inspected"));
        Assert.Contains(page.Table("Counts in print"), row => row is ["West Mercia Police", "Areas for improvement", "23", "Not entered", ..]);
        Assert.Contains(page.Table("Counts in print"), row => row is ["West Mercia Police", "Causes of concern", "Not stated", "Not entered", ..]);
    }

    [Fact]
    public async Task Inspected_and_addressed_are_told_apart()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/publications/organised-immigration-crime-2025");
        Assert.Equal(("Not known", "All 43 territorial forces"), (page.Summary("Inspected"), page.Summary("Addressed")));
    }

    [Fact]
    public async Task Records_are_listed_for_one_force_at_a_time_and_paged()
    {
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync("/publications/organised-immigration-crime-2025");
        Assert.Equal(43, page.Table("Records by body").Count);
        Assert.Equal(25, RecordRows(page).Count);
        Assert.EndsWith("page=2#records", page.Link("Next page"), StringComparison.Ordinal);

        var essex = await visitor.GoAsync(page.Link("Essex Police"));

        Assert.Contains("4 records.", essex.Text, StringComparison.Ordinal);
        Assert.Equal(4, RecordRows(essex).Count);
    }

    [Fact]
    public async Task A_publication_that_there_was_not_yet_is_not_found()
    {
        using var visitor = await site.SignInAsync("auditor");
        Assert.Equal(404, (await visitor.GoAsync($"{Misprinted}?asAt=2020-01-01")).Status);
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        var reference = await site.Api("hmi").RaiseAsync("<script>alert(1)</script><img src=x>", body: "essex", raisedOn: "2012-03-04");
        using var visitor = await site.SignInAsync("auditor");
        var page = await visitor.GoAsync($"/publications/{reference.Split('-')[0]}");
        Assert.StartsWith("<script>alert(1)</script><img src=x>", Assert.Single(RecordRows(page))[0], StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main script, main img"));
    }

    private static IReadOnlyList<IReadOnlyList<string>> RecordRows(SeenPage page) =>
        [.. page.Document.QuerySelectorAll("#records ~ .app-scroll tbody tr").Select(IReadOnlyList<string> (row) => [.. row.Children.Select(SeenPage.Words)])];

    [Theory]
    [InlineData("/publications", "publications")]
    [InlineData("/publications?from=1/1/1990&to=2/1/1990", "publications-none")]
    [InlineData("/publications?from=soon", "publications-error")]
    [InlineData("/publications/organised-immigration-crime-2025", "publication-many")]
    [InlineData("/publications/peel-effectiveness-2017", "publication-grades")]
    [InlineData(Misprinted, "publication-counts")]
    [InlineData("/publications/stalking-super-complaint-2023", "publication-bare")]
    public async Task The_pages_are_accessible_and_fit(string address, string picture)
    {
        await using var window = await site.OpenAsync("auditor");
        await window.GoAsync(address);
        await window.AssertGoodAsync(picture);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task From_the_digest_to_a_record_by_keyboard_with_and_without_JavaScript(bool scripts)
    {
        await using var window = await site.OpenAsync("flo.essex", scripts);
        var page = await window.GoAsync("/publications");
        await page.GetByLabel("Published from").FillAsync("4/9/2023");
        await page.GetByLabel("Published to").FillAsync("4/9/2023");
        await window.EnterAsync("**/publications?from=*");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Vetting, Misconduct and Misogyny" }).FocusAsync();
        await window.EnterAsync("**/publications/vetting-misconduct-misogyny");
        Assert.Equal("Vetting, Misconduct and Misogyny", await page.Locator("h1").InnerTextAsync());
    }
}
