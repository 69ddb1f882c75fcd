namespace Lifecycle.Web.Tests.Pages;

/// <summary>What people typed is shown as text, whatever it is.</summary>
public sealed class HostileTextTests(Site site)
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&lt;{{7*7}}";

    [Fact]
    public async Task No_page_runs_what_a_record_says()
    {
        var reference = await site.Api("hmi").RaiseAsync(Hostile, body: "surrey", due: "2026-02-01");
        var lead = site.Api("flo.surrey");
        await lead.DoAsync(reference, "allocate", new { owner = Hostile, board = Hostile });
        await lead.DoAsync(reference, "rate-rag", new { rag = "red", reason = Hostile });
        await lead.DoAsync(reference, "submit-evidence", new { name = Hostile, link = "https://example.org/a?b=\"><script>" });
        using var visitor = await site.SignInAsync("flo.surrey");
        foreach (var address in (string[])
            ["/", $"/recommendations?q=alert", $"/recommendations/{reference}", $"/recommendations/{reference}/history", $"/recommendations/{reference}/replay",
             $"/recommendations/{reference}/moments", $"/recommendations/{reference}/do/recommend-closure", "/position/overdue", "/position/changes?since=2026-01-01", $"/recommendations?q={Uri.EscapeDataString(Hostile)}"])
        {
            var page = (await visitor.GoAsync(address)).AssertOk();
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), script => script.TextContent.Length > 0);
            Assert.Empty(page.Document.QuerySelectorAll("img, [onerror]"));
        }

        Assert.Contains("<script>alert(1)</script>", (await visitor.GoAsync($"/recommendations/{reference}")).Text, StringComparison.Ordinal);
    }
}
