namespace Lifecycle.Web.Tests.Pages;

/// <summary>How forces rate their open records, on the page of positions.</summary>
public sealed class RatingsTests(Site site)
{
    [Theory]
    [InlineData("hmi", "")]
    [InlineData("hmi", "&asAt=2026-07-01")]
    [InlineData("board.west-mercia", "&asAt=2026-07-01")]
    public async Task Ratings_are_those_that_the_register_counts_for_a_force_and_for_the_nation(string persona, string day)
    {
        var reference = await site.Api("hmi").RaiseAsync("Rate me", kind: "recommendation");
        await site.Api("lead.west-mercia").DoAsync(reference, "rate-rag", new { rag = "amber", reason = "Training is late", effectiveOn = "2026-06-01" });
        // Others go on raising and rating. What is asked for is a whole second: the one after the rating.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        var point = $"{day}&knownAt={DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ssZ}";
        using var somebody = await site.SignInAsync(persona);

        var row = (await somebody.GoAsync($"/position?{point}")).Table("Open records by the force's own rating")
            .Single(row => row[0] == "Recommendations").Skip(1).ToList();

        foreach (var (rag, shown) in ((string[])["red", "amber", "green", "unrated"]).Zip(row))
        {
            var found = await site.Api(persona).GetAsync($"recommendations?kind=recommendation&status=raised,in-progress,steps-evidenced,closure-recommended&rag={rag}{point}&pageSize=1");
            Assert.Equal($"{found.GetProperty("total").GetInt64():N0}", shown);
        }

        Assert.NotEqual("0", row[1]);
    }
}
