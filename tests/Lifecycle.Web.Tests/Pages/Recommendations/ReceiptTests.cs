using System.Text;
using Lifecycle.Ledger;
using static Lifecycle.Web.Tests.Pages.SignOff.WaitingRecords;

namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>Whoever enters something can take the proof of it home.</summary>
public sealed class ReceiptTests(Site site)
{
    [Fact]
    public async Task Whoever_signs_off_is_offered_a_receipt_that_proves_the_sign_off()
    {
        var reference = await RecordLives.RecommendedAsync(site);
        using var chief = await site.SignInAsync("chief.west-mercia");
        var check = await chief.SubmitAsync((await chief.GoAsync($"/recommendations/{reference}/do/sign-off")).Form("oversightNote"), ("oversightNote", "Seen by the board"));
        var done = await chief.SubmitAsync(check.Form("oversightNote"), ("go", "confirm"));
        var receipt = await ReceiptAsync(chief, done.Link("Download the receipt"));
        Assert.True(receipt.Holds());
        var leaf = Encoding.UTF8.GetString(receipt.Leaf.Span);
        Assert.Contains("\"type\":\"signed_off\"", leaf, StringComparison.Ordinal);
        // What was typed is proved without being told.
        Assert.DoesNotContain("Seen by the board", leaf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_of_a_history_and_every_step_of_a_replay_has_its_receipt()
    {
        var reference = await RecordLives.WorkedOnAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        var history = await auditor.GoAsync($"/recommendations/{reference}/history");
        Assert.Equal(14, history.Document.QuerySelectorAll("a[download]").Length);
        var replay = await auditor.GoAsync($"/recommendations/{reference}/replay?step=1");
        var receipt = await ReceiptAsync(auditor, replay.Document.QuerySelector("a[download]")!.GetAttribute("href")!);
        Assert.True(receipt.Holds());
        Assert.Contains("\"type\":\"recommendation_raised\"", Encoding.UTF8.GetString(receipt.Leaf.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_decision_of_a_meeting_has_its_receipt()
    {
        var reference = await OneAsync(site, "cambridgeshire", "A to sign");
        using var lead = await site.SignInAsync("fll.cambridgeshire");
        var review = await DecideAsync(lead, await BeginAsync(lead), "sign-off", ("channel", "meeting"));
        var result = await lead.SubmitAsync(review.Document.Forms[^1]);
        var receipt = await ReceiptAsync(lead, result.Document.QuerySelector("a[download]")!.GetAttribute("href")!);
        Assert.Contains("\"type\":\"signed_off\"", Encoding.UTF8.GetString(receipt.Leaf.Span), StringComparison.Ordinal);
        Assert.Contains(reference, result.Document.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory, InlineData("99"), InlineData("0"), InlineData("first")]
    public async Task An_event_that_there_is_not_has_none(string version)
    {
        var reference = await RecordLives.NewAsync(site);
        using var auditor = await site.SignInAsync("auditor");
        Assert.Equal(404, (int)(await auditor.GetAsync($"/recommendations/{reference}/events/{version}/receipt")).StatusCode);
    }

    [Fact]
    public async Task What_one_may_not_see_has_none()
    {
        var reference = await RecordLives.NewAsync(site);
        using var other = await site.SignInAsync("flo.kent");
        Assert.Equal(404, (int)(await other.GetAsync($"/recommendations/{reference}/events/1/receipt")).StatusCode);
    }

    private static async Task<Receipt> ReceiptAsync(Visitor visitor, string address)
    {
        var answer = await visitor.GetAsync(address);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.EndsWith(".tlog-proof", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        return Receipt.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
