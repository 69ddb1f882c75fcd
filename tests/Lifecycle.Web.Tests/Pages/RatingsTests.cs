namespace Lifecycle.Web.Tests.Pages;

/// <summary>How forces rate their records, where the position of all bodies does not count it.</summary>
public sealed class RatingsTests(Site site)
{
    [Fact]
    public async Task Ratings_of_all_bodies_at_an_earlier_day_are_counted_in_the_register()
    {
        using var hmi = await site.SignInAsync("hmi");
        var position = await hmi.GoAsync("/position?asAt=2025-06-01");
        var register = await hmi.GoAsync(position.AssertOk().Link("count the open records of all bodies in the register"));
        Assert.Contains("as at 1 June 2025", SeenPage.Words(register.AssertOk().Document.QuerySelector(".app-time")), StringComparison.Ordinal);
        Assert.Contains("Open or closed: Open", SeenPage.Words(register.Document.QuerySelector(".app-chosen")), StringComparison.Ordinal);
        Assert.Contains("Not rated (", register.Text, StringComparison.Ordinal);
    }
}
