using AngleSharp.Html.Dom;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Web.Tests.Pages.Acting;

/// <summary>What holds for the page of every command.</summary>
public sealed class EveryActTests(Site site)
{
    public static TheoryData<string> Commands => [.. RecommendationCommands.Known.Keys];

    public static TheoryData<string> WithARequiredField => [.. ActCase.All.Where(one => one.Value.Empty is not null).Select(one => one.Key)];

    [Theory, MemberData(nameof(Commands))]
    public async Task It_is_given_on_its_page_and_the_record_says_what_happens_now(string command)
    {
        var (one, reference, visitor) = await ArrangeAsync(command);
        using (visitor)
        {
            var page = await visitor.GoAsync($"/recommendations/{reference}/do/{command}");
            var record = await ConfirmAsync(visitor, await visitor.SubmitAsync(Form(page.AssertOk()), one.Fill));

            Assert.Equal($"/recommendations/{reference}", record.Path);
            Assert.Contains(one.Done, SeenPage.Words(record.Document.QuerySelector(".govuk-notification-banner--success")), StringComparison.Ordinal);
            Assert.Equal(one.Event, await LastEventAsync(reference));
            Assert.Null((await visitor.GoAsync(record.Path)).Document.QuerySelector(".govuk-notification-banner--success"));
        }
    }

    [Theory, MemberData(nameof(WithARequiredField))]
    public async Task What_is_missing_is_said_beside_the_field_and_the_rest_is_kept(string command)
    {
        var (one, reference, visitor) = await ArrangeAsync(command);
        var (field, message) = one.Empty!.Value;
        using (visitor)
        {
            var page = await visitor.GoAsync($"/recommendations/{reference}/do/{command}");
            var filled = one.Fill.Where(entry => !entry.Name.StartsWith(field, StringComparison.Ordinal))
                .Concat(FieldsOf(page, field).Select(name => (name, (string?)null))).ToArray();
            var answer = await visitor.SubmitAsync(Form(page), filled);

            answer.AssertError(field, message);
            foreach (var (name, value) in filled.Where(entry => entry.Item2 is not null))
                Assert.Contains(FormFields.Of(Form(answer)), sent => sent.Name == name && sent.Value == value);
            Assert.NotEqual(one.Event, await LastEventAsync(reference));
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Who_may_not_reads_why_and_who_may_and_gets_no_form(string command)
    {
        var reference = await ActCase.All[command].Life(site);
        using var visitor = await site.SignInAsync("board.west-mercia");
        var page = await visitor.GoAsync($"/recommendations/{reference}/do/{command}");
        Assert.Contains("Your role (board member) may not", page.AssertOk().Text, StringComparison.Ordinal);
        Assert.Contains("Who may", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.Forms, form => form.QuerySelector("[name='version']") is not null);
    }

    [Theory, InlineData("sign-on"), InlineData("raise")]
    public async Task A_command_that_does_not_exist_has_no_page(string command)
    {
        using var visitor = await site.SignInAsync("hmi");
        Assert.Equal(404, (await visitor.GoAsync($"/recommendations/{await RecordLivesOf()}/do/{command}")).Status);
    }

    internal static IHtmlFormElement Form(SeenPage page) => page.Form("version");

    /// <summary>Goes through the check of the grave ones.</summary>
    internal static async Task<SeenPage> ConfirmAsync(Visitor visitor, SeenPage page) =>
        page.Document.QuerySelector("button[value='confirm']") is null ? page : await visitor.SubmitAsync(Form(page), ("go", "confirm"));

    private Task<string> RecordLivesOf() => Recommendations.RecordLives.NewAsync(site);

    private static IEnumerable<string> FieldsOf(SeenPage page, string field) => FormFields.Of(Form(page)).Select(sent => sent.Name)
        .Where(name => name == field || (name.StartsWith($"{field}-", StringComparison.Ordinal) && !name.EndsWith("-rows", StringComparison.Ordinal))).Distinct();

    private async Task<(ActCase, string Reference, Visitor)> ArrangeAsync(string command)
    {
        var one = ActCase.All[command];
        return (one, await one.Life(site), await site.SignInAsync(one.Persona));
    }

    private async Task<string> LastEventAsync(string reference) => (await site.Api("auditor").GetAsync($"recommendations/{reference}/history?pageSize=200"))
        .GetProperty("items").EnumerateArray().MaxBy(entry => entry.GetProperty("version").GetInt64()).GetProperty("type").GetString()!;
}
