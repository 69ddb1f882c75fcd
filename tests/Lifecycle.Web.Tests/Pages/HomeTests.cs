using Lifecycle.Testing;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>Home is what waits for me.</summary>
public sealed class HomeTests(Site site)
{
    [Fact]
    public async Task A_liaison_officer_sees_what_is_due_soon_overdue_and_returned()
    {
        var soon = await site.Api("hmi").RaiseAsync("Due soon here", body: "gwent", due: Today.Plus(10));
        var late = await site.Api("hmi").RaiseAsync("Late here", body: "gwent", due: Today.Plus(-3));
        using var visitor = await site.SignInAsync("flo.gwent");
        var home = (await visitor.GoAsync("/")).AssertOk();
        var row = Assert.Single(home.Table("Due soon"), row => row[0].Contains(soon, StringComparison.Ordinal));
        Assert.Contains("in 10 days", row[4], StringComparison.Ordinal);
        var overdue = await visitor.GoAsync("/?list=OverdueUnexplained");
        Assert.Contains(overdue.Table("Overdue without explanation"), row => row[0].Contains(late, StringComparison.Ordinal) && row[4].Contains("overdue by", StringComparison.Ordinal));
        Assert.Contains("0 Returned to us", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chief_constable_sees_what_waits_for_them_and_a_liaison_lead_what_waits_for_HMICFRS()
    {
        var level2 = await WaitingAsync(2);
        var level3 = await WaitingAsync(3);
        using var chief = await site.SignInAsync("chief.dyfed-powys");
        using var lead = await site.SignInAsync("fll.dyfed-powys");
        var (forChief, forLead) = (await chief.GoAsync("/"), await lead.GoAsync("/"));
        Assert.Contains(forChief.Table("To sign off"), row => row[0].Contains(level2, StringComparison.Ordinal));
        Assert.DoesNotContain(forChief.Table("To sign off"), row => row[0].Contains(level3, StringComparison.Ordinal));
        Assert.Contains(forLead.Table("To sign off"), row => row[0].Contains(level3, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deputy_chief_constable_sees_what_was_returned_until_it_is_recommended_again()
    {
        var reference = await site.Api("hmi").RaiseAsync("Sent back here", 3, "staffordshire");
        await site.Api("lead.staffordshire").DoAsync(reference, "submit-evidence", new { name = "Audit", link = "https://example.org/audit" });
        await site.Api("dcc.staffordshire").DoAsync(reference, "recommend-closure", new { statement = "Complete." });
        using var liaison = await site.SignInAsync("fll.staffordshire");
        Assert.EndsWith("today", Assert.Single((await liaison.GoAsync("/")).Table("To sign off"))[3], StringComparison.Ordinal);
        Assert.Contains("Start with the one on this page", (await liaison.GoAsync("/sign-off")).Text, StringComparison.Ordinal);
        await site.Api("fll.staffordshire").DoAsync(reference, "return-closure", new { missing = "A second audit." });
        await site.Api("lead.staffordshire").DoAsync(reference, "submit-evidence", new { name = "Second", link = "https://example.org/second" });

        using var visitor = await site.SignInAsync("dcc.staffordshire");
        Assert.EndsWith("today", Assert.Single((await visitor.GoAsync("/")).Table("Returned to us"))[4], StringComparison.Ordinal);

        await site.Api("dcc.staffordshire").DoAsync(reference, "recommend-closure", new { statement = "Complete now." });
        Assert.Contains("0 Returned to us", (await visitor.GoAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_sees_the_records_of_the_post_that_they_answer_for()
    {
        var reference = await site.Api("hmi").RaiseAsync("Of a post", body: "cumbria");
        await site.Api("flo.cumbria").DoAsync(reference, "allocate", new { owner = "head of vetting" });
        using var visitor = await site.SignInAsync("lead.cumbria");
        var home = await visitor.GoAsync("/");
        Assert.Contains("0 My records", home.Text, StringComparison.Ordinal);
        var ofPost = await visitor.SubmitAsync(home.Form("owner"), ("owner", "head of vetting"));
        Assert.Contains(reference, Assert.Single(ofPost.Table("My records"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_s_post_is_found_however_it_is_written_and_suggested_as_records_write_it()
    {
        var reference = await site.Api("hmi").RaiseAsync("Of a post", body: "durham");
        await site.Api("flo.durham").DoAsync(reference, "allocate", new { owner = "head-of-vetting" });
        using var visitor = await site.SignInAsync("lead.durham");
        var home = await visitor.GoAsync("/");
        Assert.Equal("head-of-vetting: 1 open record", string.Join(", ", home.Document.QuerySelectorAll("#owner-list option").Select(post => $"{post.GetAttribute("value")}: {SeenPage.Words(post)}")));

        var ofPost = await visitor.SubmitAsync(home.Form("owner"), ("owner", " Head of vetting "));
        Assert.Contains(reference, Assert.Single(ofPost.Table("My records"))[0], StringComparison.Ordinal);
        Assert.DoesNotContain("No open record names", ofPost.Text, StringComparison.Ordinal);

        var unknown = await visitor.SubmitAsync(home.Form("owner"), ("owner", "head of vetoes"));
        Assert.Contains("No open record names “head of vetoes” as its owner.", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_lists_is_not_told_of_any()
    {
        using var visitor = await site.SignInAsync("auditor");
        Assert.Equal("Find, replay and verify", (await visitor.GoAsync("/")).Heading);
    }

    [Fact]
    public async Task A_list_that_is_not_the_role_s_is_not_found()
    {
        using var visitor = await site.SignInAsync("lead.gwent");
        Assert.Equal(404, (await visitor.GoAsync("/?list=ToScrutinise")).Status);
        Assert.Equal("My records", (await visitor.GoAsync("/?list=Mine")).Heading);
    }

    [Fact]
    public async Task Nothing_that_waits_is_said_in_words()
    {
        using var visitor = await site.SignInAsync("fll.hertfordshire");
        Assert.Contains("Nothing waits for your sign-off.", (await visitor.GoAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flo.west-mercia"), InlineData("lead.west-mercia"), InlineData("dcc.west-mercia"), InlineData("chief.west-mercia")]
    [InlineData("board.west-mercia"), InlineData("fll.west-mercia"), InlineData("hmi"), InlineData("auditor"), InlineData("npcc")]
    public async Task Every_role_s_home_is_accessible_and_fits(string persona)
    {
        await using var window = await site.OpenAsync(persona);
        await window.GoAsync("/");
        await window.AssertGoodAsync($"home-{persona.Split('.')[0]}");
    }

    private async Task<string> WaitingAsync(int level)
    {
        var reference = await site.Api("hmi").RaiseAsync($"Level {level} here", level, "dyfed-powys");
        await site.Api("lead.dyfed-powys").DoAsync(reference, "submit-evidence", new { name = "Audit", link = "https://example.org/audit" });
        await site.Api("dcc.dyfed-powys").DoAsync(reference, "recommend-closure", new { statement = "Complete." });
        return reference;
    }
}
