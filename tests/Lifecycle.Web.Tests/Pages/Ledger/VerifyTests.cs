namespace Lifecycle.Web.Tests.Pages.Ledger;

/// <summary>Was anything in the history altered?</summary>
public sealed class VerifyTests(Site site)
{
    [Fact]
    public async Task An_auditor_verifies_everything_and_the_result_is_kept_with_the_name_of_who_did()
    {
        using var auditor = await site.SignInAsync("auditor");
        var page = await DoneAsync(auditor, await auditor.SubmitAsync((await auditor.GoAsync("/verify")).Document.Forms[^1]));
        Assert.Contains("Nothing was altered Verified on", page.Text, StringComparison.Ordinal);
        Assert.Contains("by demo.auditor", page.Text, StringComparison.Ordinal);
        Assert.Equal("Left out", page.Summary("Lists and counts compared"));
        Assert.NotEqual("0", page.Summary("Covered by a signature that holds"));
        Assert.Contains("Nothing was altered", page.Table("Latest verifications")[0], StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_newest_checkpoint_is_there_to_be_copied()
    {
        using var auditor = await site.SignInAsync("auditor");
        await site.Api("hmi").RaiseAsync("Sealed", 2);
        var note = "";
        for (var tries = 0; tries < 50 && !note.Contains("\n\n— ", StringComparison.Ordinal); tries++)
        {
            note = (await auditor.GoAsync("/verify")).Document.QuerySelector("pre")?.TextContent ?? "";
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("lifecycle.example/", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_is_told_who_may()
    {
        using var officer = await site.SignInAsync("flo.west-mercia");
        var page = await officer.GoAsync("/verify");
        Assert.Equal(403, page.Status);
        Assert.Contains("These roles may:", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main button"));
    }

    [Fact]
    public async Task The_page_is_accessible_and_fits()
    {
        using var auditor = await site.SignInAsync("auditor");
        await DoneAsync(auditor, await auditor.SubmitAsync((await auditor.GoAsync("/verify")).Document.Forms[^1]));
        await using var window = await site.OpenAsync("auditor");
        await window.GoAsync("/verify");
        await window.AssertGoodAsync("verify");
    }

    private static async Task<SeenPage> DoneAsync(Visitor visitor, SeenPage page)
    {
        for (var tries = 0; tries < 600 && page.Document.QuerySelector("progress") is not null; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await visitor.GoAsync("/verify");
        }

        return page;
    }
}
