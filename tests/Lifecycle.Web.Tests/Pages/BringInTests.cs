using System.Net;
using static Lifecycle.Web.Tests.Pages.BringInSteps;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>Choose a file, see what it would add, import it with progress, see what it added.</summary>
[Collection(BringInSteps.OneByOne)]
public sealed class BringInTests(Site site)
{
    [Fact]
    public async Task A_register_is_previewed_imported_and_shown_and_a_second_time_adds_nothing()
    {
        using var visitor = await site.SignInAsync("admin");
        var preview = await SettledAsync(visitor, await ChooseAsync(visitor, ("files", "register.json", BringInFiles.Register("bring-in-once", 2))));
        Assert.Equal("Check what would be added", preview.Heading);
        Assert.Contains("This would add 1 new publication, 2 new records and 4 events in all.", preview.Text, StringComparison.Ordinal);
        Assert.Equal(2, preview.Table("Records").Count);
        Assert.Equal(404, (await visitor.GoAsync("/publications/bring-in-once")).Status);

        var result = await SettledAsync(visitor, await visitor.SubmitAsync(Form(preview, "Import")));

        Assert.Equal("Imported", result.Heading);
        Assert.Contains("Added: 1 new publication, 2 new records and 4 events in all.", result.Text, StringComparison.Ordinal);
        Assert.Equal("A report brought in as bring-in-once", (await visitor.GoAsync(result.Link("A report brought in as bring-in-once"))).Heading);
        var again = await SettledAsync(visitor, await ChooseAsync(visitor, ("files", "register.json", BringInFiles.Register("bring-in-once", 2))));
        Assert.Equal("The register holds all of this already", again.Heading);
        Assert.DoesNotContain("Import all of it", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spreadsheet_with_mistakes_names_each_with_its_row_and_column_and_stores_nothing()
    {
        using var visitor = await site.SignInAsync("admin");
        var page = await SettledAsync(visitor, await ChooseAsync(
            visitor,
            ("files", "tracker.csv", "Ref,Type,Subject,Asked,Level\nAFI 1,area-for-improvement,Custody,Keep records.,two\nAFI 2,nonsense,Custody,Keep records.,2\n"),
            ("mapping", "mapping.json", BringInFiles.Mapping)));
        Assert.Equal("Nothing was imported", page.Heading);
        var rows = page.Table("What is wrong");
        Assert.Contains(rows, row => row[0] == "tracker.csv, row 2, column Level" && row[1].StartsWith("'two' is not a level.", StringComparison.Ordinal));
        Assert.Contains(rows, row => row[0] == "tracker.csv, row 3, column Type");
        Assert.Equal(404, (await visitor.GoAsync("/publications/bring-in-tracker")).Status);
    }

    [Fact]
    public async Task A_spreadsheet_without_mistakes_goes_in()
    {
        using var visitor = await site.SignInAsync("admin");
        var preview = await SettledAsync(visitor, await ChooseAsync(
            visitor,
            ("files", "tracker.csv", "Ref,Type,Subject,Asked,Level\nAFI 1,area-for-improvement,Custody,Keep records.,2\n"),
            ("mapping", "mapping.json", BringInFiles.Mapping.Replace("bring-in-tracker", "bring-in-sheet", StringComparison.Ordinal))));
        await SettledAsync(visitor, await visitor.SubmitAsync(Form(preview, "Import")));
        var record = await site.Api("admin").GetAsync("recommendations/bring-in-sheet-afi-1-cleveland");
        Assert.Equal("Custody", record.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Progress_is_the_same_page_after_a_reload_and_looks_again_by_itself()
    {
        using var visitor = await site.SignInAsync("admin");
        var preview = await SettledAsync(visitor, await ChooseAsync(visitor, ("files", "slow.json", BringInFiles.Register("bring-in-slow", 1))));
        SeenPage reloaded;
        await using (await BringInFiles.WriterAtWorkAsync(site))
        {
            var importing = await visitor.SubmitAsync(Form(preview, "Import"));
            Assert.Equal("Importing", importing.Heading);
            await visitor.SubmitAsync(Form(preview, "Import"));
            reloaded = await visitor.GoAsync(importing.Path);
            Assert.Equal("Importing", reloaded.Heading);
            Assert.Equal("2", reloaded.Answer.Headers.GetValues("Refresh").Single());
            Assert.True(reloaded.HasLink("Look again now"));
            Assert.Contains("slow.json – being imported", (await visitor.GoAsync("/bring-in")).Text, StringComparison.Ordinal);
        }

        var result = await SettledAsync(visitor, reloaded);
        Assert.Equal("Imported", result.Heading);
        Assert.False(result.Answer.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task What_was_discarded_or_belongs_to_somebody_else_is_not_found()
    {
        using var visitor = await site.SignInAsync("admin");
        using var other = await site.SignInAsync("auditor");
        var preview = await SettledAsync(visitor, await ChooseAsync(visitor, ("files", "private.json", BringInFiles.Register("bring-in-private", 1))));
        Assert.Equal(404, (await other.GoAsync(preview.Path)).Status);

        await visitor.SubmitAsync(Form(preview, "Discard"));

        var gone = await visitor.GoAsync(preview.Path);
        Assert.Equal((404, "This is no longer here"), (gone.Status, gone.Heading));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_may()
    {
        using var visitor = await site.SignInAsync("flo.essex");
        var page = await visitor.GoAsync("/bring-in");
        Assert.Equal(403, page.Status);
        Assert.Contains("Your role (force liaison officer) may not import. These roles may: administrator.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostBareAsync("/bring-in")).StatusCode);
    }

    [Theory]
    [InlineData("files", "register.json", "", "files", "register.json is empty.")]
    [InlineData("files", "tracker.csv", "a,b", "mapping", "Choose the mapping that says what the columns of the CSV file hold.")]
    [InlineData("other", "none", "", "files", "Choose a file.")]
    public async Task What_is_missing_is_said_beside_its_field(string name, string file, string text, string field, string message)
    {
        using var visitor = await site.SignInAsync("admin");
        (await ChooseAsync(visitor, (name, file, text))).AssertError(field, message);
    }
}
