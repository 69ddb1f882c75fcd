using System.Globalization;

namespace Lifecycle.Bench.Load;

/// <summary>A page of the site, each time about something else.</summary>
/// <param name="Persona">Who opens it.</param>
internal sealed record SitePage(string Name, string Persona, Func<string> Next);

/// <summary>Every page of the site, as those open it who see most: the auditor and the inspector the nation, others their force.</summary>
internal sealed class Addresses(Questions questions)
{
    private const string Auditor = "demo.auditor", Inspector = "demo.hmi", Officer = "demo.flo.west-mercia", Board = "demo.board.west-mercia";

    private string Day => questions.Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Record => questions.Record().Reference;

    private string Force => questions.Force().Id;

    public IEnumerable<SitePage> All =>
    [
        new("register", Auditor, () => $"/recommendations?page={Random.Shared.Next(1, 20)}"),
        new("register of a force", Auditor, () => $"/recommendations?body={Force}&status=in-progress"),
        new("register, words sought", Auditor, () => $"/recommendations?q={Word}"),
        new("register, a word of a third of it", Auditor, () => $"/recommendations?q=people&page={Random.Shared.Next(1, 20)}"),
        new("register, an owner", Auditor, () => $"/recommendations?owner={Uri.EscapeDataString(questions.Owner())}"),
        new("register, an owner as at a day", Auditor, () => $"/recommendations?owner={Uri.EscapeDataString(questions.Owner())}&asAt={Day}"),
        new("register, a board", Auditor, () => $"/recommendations?board={Uri.EscapeDataString(questions.Board())}"),
        new("register, its deepest pages", Auditor, () => $"/recommendations?page={Random.Shared.Next(1_000, 1_500)}"),
        new("register as at a day", Auditor, () => $"/recommendations?asAt={Day}"),
        new("register as known at a moment", Auditor, () => Known("/recommendations")),
        new("register of a force as at a day", Auditor, () => $"/recommendations?body={Force}&asAt={Day}"),
        new("one record", Auditor, () => $"/recommendations/{Record}"),
        new("one record as at a day", Auditor, () => $"/recommendations/{Record}?asAt=2025-12-31"),
        new("history of one record", Auditor, () => $"/recommendations/{Record}/history"),
        new("replay of one record", Auditor, () => $"/recommendations/{Record}/replay?step=1"),
        new("two moments of one record", Auditor, () => $"/recommendations/{Record}/moments"),
        new("national position", Auditor, () => "/position"),
        new("national position as at a day", Auditor, () => $"/position?asAt={Day}"),
        new("national position as known at a moment", Auditor, () => Known("/position")),
        new("position of a force as known at a moment", Auditor, () => Known($"/position?body={Force}")),
        new("overdue, nation", Auditor, () => "/position/overdue"),
        new("overdue, nation, as at a day", Auditor, () => $"/position/overdue?asAt={Day}"),
        new("changes of half a year, nation", Auditor, () => "/position/changes?since=2025-06-01&asAt=2025-12-31"),
        new("changes of five years, nation", Auditor, () => "/position/changes?since=2021-01-01&asAt=2025-12-31"),
        new("changes of a force", Auditor, () => $"/position/changes?body={Force}&since=2025-06-01&asAt=2025-12-31"),
        new("compared", Auditor, () => "/position/compared?body=west-mercia"),
        new("by publication", Auditor, () => $"/position/by-publication?body={Force}"),
        new("by publication, nation, as at a day", Auditor, () => $"/position/by-publication?asAt={Day}"),
        new("publications", Auditor, () => "/publications"),
        new("one publication", Auditor, () => $"/publications/{questions.Publication()}"),
        new("grades", Auditor, () => $"/grades?body={Force}"),
        new("home of an inspector", Inspector, () => "/"),
        new("sign-off queue, nation", Inspector, () => "/sign-off"),
        new("home of a liaison officer", Officer, () => "/"),
        new("home of a board", Board, () => "/"),
    ];

    private static string Word => ((string[])["custody", "vetting", "stalking", "evidence", "training", "intelligence"])[Random.Shared.Next(6)];

    private string Known(string path)
    {
        var day = questions.Day();
        var moment = questions.Later(day).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asAt={day:yyyy-MM-dd}&knownAt={Uri.EscapeDataString(moment)}";
    }
}
