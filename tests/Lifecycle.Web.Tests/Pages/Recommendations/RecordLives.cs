namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>Lives of records, arranged through the API by the people who would live them.</summary>
internal static class RecordLives
{
    private const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static Task<string> NewAsync(Site site, int? level = 2, string title = "Custody records", string kind = "area-for-improvement") =>
        site.Api("hmi").RaiseAsync(title, level, kind: kind);

    /// <summary>Two steps, both met, each with evidence; a rating, a forecast, a risk, guidance and a report.</summary>
    public static async Task<string> WorkedOnAsync(Site site, int? level = 2, string title = "Custody records")
    {
        var reference = await NewAsync(site, level, title);
        var (flo, lead, fll) = (site.Api("flo.west-mercia"), site.Api("lead.west-mercia"), site.Api("fll.west-mercia"));
        await flo.DoAsync(reference, "allocate", new { owner = "head-of-custody", board = "service-improvement-board", effectiveOn = "2026-01-20" });
        await lead.DoAsync(reference, "set-steps", new { steps = new[] { Step("1", "Every custody record is complete within an hour", "hmicfrs"), Step("2", "A sergeant reviews a sample each month", "force") } });
        await lead.DoAsync(reference, "rate-rag", new { rag = "amber", reason = "Training is booked but not finished." });
        await flo.DoAsync(reference, "register-risk", new { riskReference = "R-117", note = "Scored 12." });
        await flo.DoAsync(reference, "forecast", new { expected = "2026-12-31", printed = "by the end of the year" });
        await flo.DoAsync(reference, "request-guidance", new { question = "Does a dip sample of 50 suffice?", requestId = "question-1" });
        await fll.DoAsync(reference, "give-guidance", new { advice = "Yes, when drawn at random.", requestId = "question-1" });
        await lead.DoAsync(reference, "report-progress", new { text = "Reviews run in every area.", forBoard = true, forPortal = true, channel = "portal" });
        await flo.DoAsync(reference, "submit-evidence", new { name = "Dip sample.pdf", evidenceId = "sample", description = "50 records reviewed", sha256 = Digest, mediaType = "application/pdf", size = 48_213, marking = "official-sensitive", steps = Ids("1") });
        await flo.DoAsync(reference, "submit-evidence", new { name = "Review minutes", evidenceId = "minutes", link = "https://records.example.org/minutes", steps = Ids("2") });
        await flo.DoAsync(reference, "submit-evidence", new { name = "Old circular", evidenceId = "circular", link = "https://records.example.org/circular" });
        await lead.DoAsync(reference, "meet-step", new { step = "1" });
        await lead.DoAsync(reference, "meet-step", new { step = "2", note = "Reviewed since May." });
        return reference;
    }

    public static async Task<string> RecommendedAsync(Site site, int? level = 2, string title = "Custody records")
    {
        var reference = await WorkedOnAsync(site, level, title);
        await site.Api("dcc.west-mercia").DoAsync(reference, "pass-scrutiny", new { note = "Satisfied with the sample." });
        await site.Api("flo.west-mercia").DoAsync(reference, "recommend-closure", new { statement = "Both steps are met and evidenced." });
        return reference;
    }

    /// <summary>Returned, signed off, reopened, and worked on again; with a missed deadline and a corrected title.</summary>
    public static async Task<string> ReopenedAsync(Site site)
    {
        var reference = await RecommendedAsync(site);
        var (flo, chief, fll) = (site.Api("flo.west-mercia"), site.Api("chief.west-mercia"), site.Api("fll.west-mercia"));
        await chief.DoAsync(reference, "return-closure", new { missing = "Show a second quarter." });
        await flo.DoAsync(reference, "submit-evidence", new { name = "Second quarter.pdf", evidenceId = "second", sha256 = Digest[..63] + "9", mediaType = "application/pdf", size = 1_900_000, steps = Ids("1", "2") });
        await flo.DoAsync(reference, "withdraw-evidence", new { evidenceId = "circular", reason = "Replaced by the new policy." });
        await flo.DoAsync(reference, "recommend-closure", new { statement = "Two quarters now show it." });
        await chief.DoAsync(reference, "sign-off", new { oversightNote = "Seen by the service improvement board on 3 July.", channel = "meeting" });
        await fll.DoAsync(reference, "reopen", new { reason = "The re-inspection found gaps at night." });
        await fll.DoAsync(reference, "change-deadline", new { deadlines = new[] { new { what = "Complete every record, nights included", printed = "by the end of September 2026", form = "month", due = "2026-09-30" } }, reason = "Agreed at the re-inspection." });
        await flo.DoAsync(reference, "explain-missed-deadline", new { reason = "Two custody suites were closed for repair.", due = "2026-09-30", sharedWithOtherForces = false });
        await flo.DoAsync(reference, "correct", new { field = "title", printed = "Custody records", value = "Custody records at night", reason = "The report says so in its annex." });
        await flo.DoAsync(reference, "report-to-board", new { board = "service-improvement-board", meetingOn = "2026-10-15", text = "Reopened; nights are being sampled." });
        return reference;
    }

    public static async Task<string> EndedAsync(Site site)
    {
        var reference = await RecommendedAsync(site, level: 3);
        await site.Api("fll.west-mercia").DoAsync(reference, "sign-off", new { channel = "meeting" });
        return reference;
    }

    /// <summary>As long as texts may be, with words that do not break.</summary>
    public static async Task<string> VeryLongAsync(Site site)
    {
        var (sentence, word) = ("The force should make sure that every custody record is complete, reviewed and kept. ", new string('w', 120));
        var reference = await NewAsync(site, null, $"{string.Concat(Enumerable.Repeat(sentence, 2))}{word}");
        var (flo, lead) = (site.Api("flo.west-mercia"), site.Api("lead.west-mercia"));
        await flo.DoAsync(reference, "allocate", new { owner = $"head-of-{word}", board = word });
        await lead.DoAsync(reference, "set-steps", new { steps = Enumerable.Range(1, 12).Select(number => Step($"{number}", $"{number}. {string.Concat(Enumerable.Repeat(sentence, 4))}{word}", "force")) });
        await lead.DoAsync(reference, "rate-rag", new { rag = "red", reason = string.Concat(Enumerable.Repeat(sentence, 100)) });
        await lead.DoAsync(reference, "report-progress", new { text = string.Concat(Enumerable.Repeat(sentence, 110)), forBoard = true });
        foreach (var number in Enumerable.Range(1, 12))
            await flo.DoAsync(reference, "submit-evidence", new { name = $"{word} {number}", link = $"https://records.example.org/{word}/{number}", description = string.Concat(Enumerable.Repeat(sentence, 50)), steps = Ids("1") });
        return reference;
    }

    private static string[] Ids(params string[] ids) => ids;

    private static object Step(string id, string criterion, string origin) => new { id, criterion, origin };
}
