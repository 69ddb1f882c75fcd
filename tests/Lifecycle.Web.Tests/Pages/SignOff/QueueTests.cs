using System.Net;

namespace Lifecycle.Web.Tests.Pages.SignOff;

/// <summary>What waits for a sign-off, and for whose.</summary>
public sealed class QueueTests(Site site)
{
    [Fact]
    public async Task It_shows_what_waits_for_this_person_with_since_when_the_evidence_and_the_rule()
    {
        await WaitingRecords.OneAsync(site, "durham", "Custody at level 2", level: 2);
        await WaitingRecords.OneAsync(site, "durham", "Custody at level 3");
        using var chief = await site.SignInAsync("chief.durham");
        var row = Assert.Single((await chief.GoAsync("/sign-off")).AssertOk().Table("Records that wait"));
        Assert.Equal("Custody at level 2 Area for improvement, level 2, Durham Constabulary", row[1]);
        Assert.EndsWith("today", row[2], StringComparison.Ordinal);
        Assert.Equal(("1", "Chief constableLevel 2 records are signed off by the chief constable, with a note of the oversight"), (row[3], row[4]));
        using var lead = await site.SignInAsync("fll.durham");
        Assert.Equal("Custody at level 3 Area for improvement, level 3, Durham Constabulary", Assert.Single((await lead.GoAsync("/sign-off")).Table("Records that wait"))[1]);
    }

    [Fact]
    public async Task Who_decides_for_several_bodies_can_look_at_one()
    {
        await WaitingRecords.OneAsync(site, "cumbria", "Only in Cumbria");
        await WaitingRecords.OneAsync(site, "dorset", "Only in Dorset");
        using var visitor = await site.SignInAsync("hmi");
        var page = await visitor.GoAsync("/sign-off");
        var one = await visitor.SubmitAsync(page.Form("body"), ("body", "cumbria"));
        Assert.Equal("Only in Cumbria", SeenPage.Words(Assert.Single(one.Document.QuerySelectorAll("tbody th a"))));
    }

    [Fact]
    public async Task Who_decides_nothing_sees_what_waits_and_begins_no_meeting()
    {
        await WaitingRecords.OneAsync(site, "wiltshire", "Waiting in Wiltshire");
        using var visitor = await site.SignInAsync("flo.wiltshire");
        var page = await visitor.GoAsync("/sign-off");
        Assert.Contains("Waiting in Wiltshire", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("input[type=checkbox]"));
        var answer = await visitor.PostBareAsync("/sign-off", ("all", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_waiting_says_so()
    {
        using var visitor = await site.SignInAsync("chief.gwent");
        Assert.Contains("Nothing waits for your decision", (await visitor.GoAsync("/sign-off")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_no_meeting_begins()
    {
        await WaitingRecords.OneAsync(site, "essex", "Waiting in Essex");
        using var visitor = await site.SignInAsync("fll.essex");
        var page = await visitor.GoAsync("/sign-off");
        Assert.Equal(["Choose at least one record."], (await visitor.SubmitAsync(page.Form("all"))).Errors);
        Assert.Equal("/sign-off?body=essex&lost=true", (await visitor.GoAsync("/sign-off/meeting?body=essex")).Path);
    }
}
