using static Lifecycle.Web.Tests.Pages.BringInSteps;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>What is kept of an upload, and how much of it.</summary>
[Collection(BringInSteps.OneByOne)]
public sealed class BringInLimitsTests(Site site)
{
    [Fact]
    public async Task What_became_of_an_upload_stays_to_be_seen_whatever_is_brought_in_after_it()
    {
        using var visitor = await site.SignInAsync("admin");
        var first = await SettledAsync(visitor, await ChooseAsync(visitor, ("files", "first.json", BringInFiles.Register("bring-in-first", 1))));
        var result = await SettledAsync(visitor, await visitor.SubmitAsync(Form(first, "Import")));

        for (var more = 0; more < 9; more++) await SettledAsync(visitor, await ChooseAsync(visitor, ("files", $"more-{more}.json", "{}")));

        Assert.Equal("Imported", (await visitor.GoAsync(result.Path)).Heading);
    }

    [Fact]
    public async Task What_would_add_nothing_is_not_imported_though_somebody_asks_for_it()
    {
        using var visitor = await site.SignInAsync("admin");
        var first = await SettledAsync(visitor, await ChooseAsync(visitor, ("files", "first.json", BringInFiles.Register("bring-in-asked", 1))));
        await SettledAsync(visitor, await visitor.SubmitAsync(Form(first, "Import")));
        var again = await SettledAsync(visitor, await ChooseAsync(visitor, ("files", "again.json", BringInFiles.Register("bring-in-asked", 1))));
        var form = Form(again, "Discard");
        form.Action = form.Action.Replace("Discard", "Import", StringComparison.Ordinal);

        var page = await SettledAsync(visitor, await visitor.SubmitAsync(form));

        Assert.Equal("The register holds all of this already", page.Heading);
    }

    [Fact]
    public async Task Of_very_many_mistakes_the_first_thousand_are_listed()
    {
        using var visitor = await site.SignInAsync("admin");
        var rows = string.Concat(Enumerable.Range(1, 1200).Select(n => $"AFI {n},area-for-improvement,Custody,Keep records.,two\n"));
        var page = await SettledAsync(visitor, await ChooseAsync(
            visitor, ("files", "tracker.csv", "Ref,Type,Subject,Asked,Level\n" + rows), ("mapping", "mapping.json", BringInFiles.Mapping)));
        Assert.Contains("1,200 things are wrong. Correct the file and send it again: nothing is stored while anything is wrong. The first 1,000 follow.", page.Text, StringComparison.Ordinal);
        Assert.Equal(50, (await visitor.GoAsync(page.Path + "?page=20")).Table("What is wrong").Count);
    }

    [Fact]
    public async Task Files_that_are_too_large_are_refused_before_they_are_read()
    {
        using var visitor = await site.SignInAsync("admin");
        var page = await ChooseAsync(visitor, ("files", "large.json", new string(' ', (10 * 1024 * 1024) + 1)));
        Assert.StartsWith("The files must be smaller than 10 MB together.", Assert.Single(page.Errors), StringComparison.Ordinal);
    }
}
