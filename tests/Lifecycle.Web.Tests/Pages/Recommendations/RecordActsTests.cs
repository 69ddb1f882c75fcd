using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Web.Sentences;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>What can be done next with this one, by whom, and why not by me?</summary>
public sealed class RecordActsTests(Site site)
{
    [Theory]
    [InlineData("flo.west-mercia", Role.Flo)]
    [InlineData("dcc.west-mercia", Role.Dcc)]
    [InlineData("chief.west-mercia", Role.Chief)]
    [InlineData("fll.west-mercia", Role.Fll)]
    [InlineData("board.west-mercia", Role.Board)]
    public async Task Exactly_what_can_be_done_is_a_link_and_the_rest_says_why_not_and_who_may(string persona, Role role)
    {
        var reference = await RecordLives.RecommendedAsync(site);
        var acts = (await site.Services.GetRequiredService<Reads>().NextActsAsync(
            Caller.For($"demo.{persona}", role, "west-mercia"), reference, TestContext.Current.CancellationToken))!;
        var page = await PageAsync(persona, reference);
        Assert.Equal(
            acts.Where(act => act.Allowed).Select(act => $"/recommendations/{reference}/do/{act.Command}").Order(),
            page.Document.QuerySelectorAll("a[href*='/do/']").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal(
            acts.Where(act => !act.Allowed).Select(act => (ActWords.Of(act.Command), ActWords.Why(act))),
            page.Table("What you cannot do now").Select(row => (row[0], row[1])));
        Assert.All(page.Table("What you cannot do now"), row => Assert.NotEmpty(row[2]));
    }

    [Fact]
    public async Task Who_can_only_read_learns_who_decides_now()
    {
        var page = await PageAsync("board.west-mercia", await RecordLives.RecommendedAsync(site));
        Assert.Contains("You can read this record. Your role does not change it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sign off: chief constable of West Mercia Police", page.Text, StringComparison.Ordinal);
    }

    private async Task<SeenPage> PageAsync(string persona, string reference)
    {
        using var visitor = await site.SignInAsync(persona);
        return (await visitor.GoAsync($"/recommendations/{reference}")).AssertOk();
    }
}
