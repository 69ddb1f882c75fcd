using Lifecycle.Web.Tests.Pages.Recommendations;
using static Lifecycle.Web.Tests.Pages.Acting.EveryActTests;

namespace Lifecycle.Web.Tests.Pages.Acting;

/// <summary>Fields that are more than one box: rows, files, choices of the record.</summary>
public sealed class ActFieldTests(Site site)
{
    private const string DigestOfHello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    [Fact]
    public async Task Another_step_is_a_press_away_and_what_was_typed_stays()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("lead.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/set-steps");
        var more = await visitor.SubmitAsync(Form(page), ("steps-1-criterion", "Complete"), ("go", "more"));
        Assert.Contains(("steps-1-criterion", "Complete"), FormFields.Of(Form(more)));
        Assert.Contains(("steps-4-criterion", ""), FormFields.Of(Form(more)));
    }

    [Fact]
    public async Task Steps_that_stay_keep_their_standing_and_new_ones_get_numbers_of_their_own()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        using var visitor = await site.SignInAsync("lead.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/set-steps");
        await visitor.SubmitAsync(Form(page), ("steps-1-criterion", ""), ("steps-3-criterion", "Nights are sampled"));
        var steps = (await site.Api("auditor").GetAsync($"recommendations/{reference}")).GetProperty("steps").EnumerateArray()
            .Select(step => $"{step.GetProperty("id")} {step.GetProperty("met")}");
        Assert.Equal(["2 True", "3 False"], steps);
    }

    [Fact]
    public async Task A_file_is_known_by_its_fingerprint_and_survives_a_mistake_elsewhere()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/submit-evidence");
        Assert.Contains("This service keeps no files.", page.Text, StringComparison.Ordinal);
        var shown = await visitor.UploadAsync(Form(page), [("file", "sample.txt", "hello")]);
        shown.AssertError("name", "Enter the name.");
        Assert.Contains(DigestOfHello, shown.Text, StringComparison.Ordinal);
        var record = await visitor.SubmitAsync(Form(shown), ("name", "Sample"));
        Assert.Contains("The evidence is submitted.", record.AssertOk().Text, StringComparison.Ordinal);
        Assert.Contains(DigestOfHello, record.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "link", "Give either a file's SHA-256 digest or a link, and not both.")]
    [InlineData("file:///etc/passwd", "link", "Give a whole web address that begins with https:// or http://.")]
    public async Task A_link_must_be_one(string link, string field, string message)
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/submit-evidence");
        (await visitor.SubmitAsync(Form(page), ("name", "Minutes"), ("link", link))).AssertError(field, message);
    }

    [Fact]
    public async Task A_link_to_a_record_that_does_not_exist_is_refused_beside_its_field_and_nothing_is_kept()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/link");
        var shown = await visitor.SubmitAsync(Form(page), ("relation", "continues"), ("target", "child-protection-2091-1-west-mercia"));
        shown.AssertError("target", "There is no record child-protection-2091-1-west-mercia in the register. Copy the reference from the other record's page, or have its report entered first.");
        Assert.Equal(1, (await site.Api("auditor").GetAsync($"recommendations/{reference}")).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task A_corrected_day_is_asked_for_as_people_write_it()
    {
        var reference = await RecordLives.NewAsync(site);
        using var visitor = await site.SignInAsync("flo.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/correct");
        var shown = await visitor.SubmitAsync(Form(page), ("field", "raisedOn"), ("value", "soon"), ("reason", "Misprint"));
        shown.AssertError("value", "Enter the corrected day as day, month and year, for example 16/5/2025.");
    }

    [Fact]
    public async Task Choices_come_from_the_record()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        await site.Api("flo.west-mercia").DoAsync(reference, "request-guidance", new { question = "And at night?", requestId = "a, b" });
        using var visitor = await site.SignInAsync("fll.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/give-guidance");
        Assert.Equal(["None: unasked advice", "And at night?"], page.Document.QuerySelectorAll("#requestId option").Select(SeenPage.Words));
        await visitor.SubmitAsync(Form(page), ("advice", "At night too"));
        var given = (await site.Api("auditor").GetAsync($"recommendations/{reference}/history?pageSize=200")).GetProperty("items").EnumerateArray().Last();
        Assert.Equal("a, b", given.GetProperty("data").GetProperty("requestId").GetString());
    }
}
