namespace Lifecycle.Web.Tests.Pages.SignOff;

/// <summary>Records that wait for a sign-off, in a force of the test's own.</summary>
internal static class WaitingRecords
{
    private static readonly string[] Proves = ["1"];

    public static async Task<string> OneAsync(Site site, string force, string title, int? level = 3, string kind = "area-for-improvement")
    {
        var reference = await site.Api("hmi").RaiseAsync(title, level, force, kind: kind);
        return await RecommendAsync(site, force, reference);
    }

    public static async Task<string> RecommendAsync(Site site, string force, string reference)
    {
        var flo = site.Api($"flo.{force}");
        await flo.DoAsync(reference, "set-steps", new { steps = new[] { new { id = "1", criterion = "Every record is complete", origin = "hmicfrs" } } });
        await flo.DoAsync(reference, "submit-evidence", new { name = "Dip sample", link = "https://records.example.org/sample", steps = Proves });
        await flo.DoAsync(reference, "meet-step", new { step = "1" });
        await flo.DoAsync(reference, "recommend-closure", new { statement = "The step is met and evidenced." });
        return reference;
    }

    /// <summary>A cause of concern whose one recommendation has ended.</summary>
    public static async Task<(string Cause, string Child)> CauseAsync(Site site, string force, string title)
    {
        var hmi = site.Api("hmi");
        var cause = await hmi.RaiseAsync(title, 3, force, kind: "cause-of-concern");
        var publication = cause.Split('-')[0];
        await hmi.PublishAsync(publication, new
        {
            number = "2",
            kind = "recommendation",
            soft = false,
            title = $"{title}, answered",
            summary = "Do it.",
            addressees = new[] { force },
            parent = "1",
            level = 3,
            partners = Array.Empty<string>(),
            deadlines = Array.Empty<object>(),
            themes = Array.Empty<string>(),
            areas = Array.Empty<string>(),
        }, [force], "2026-01-15");
        var child = $"{publication}-2-{force}";
        await hmi.DoAsync(child, "withdraw", new { reason = "Made twice" });
        return (await RecommendAsync(site, force, cause), child);
    }

    /// <summary>A meeting on everything of the queue's first page, at its first record.</summary>
    public static async Task<SeenPage> BeginAsync(Visitor visitor)
    {
        var queue = await visitor.GoAsync("/sign-off");
        return (await visitor.SubmitAsync(queue.Form("all"), ("all", "true"))).AssertOk();
    }

    public static Task<SeenPage> DecideAsync(Visitor visitor, SeenPage page, string choice, params (string Name, string? Value)[] fields) =>
        visitor.SubmitAsync(page.Form("choice"), [("choice", choice), .. fields]);
}
