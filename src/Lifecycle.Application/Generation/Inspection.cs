using System.Globalization;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Application.Generation;

/// <summary>An inspection before its report: of what kind, of whom, and how many records it will make.</summary>
internal sealed record Inspection(string Kind, string Word, IReadOnlyList<string> Bodies, int Records, IReadOnlyList<string> JointWith)
{
    private static readonly string[] Inspectorates = ["HM Inspectorate of Probation", "Ofsted", "Care Quality Commission", "HM Crown Prosecution Service Inspectorate"];
    private static readonly string[] National = ["npcc", "college-of-policing", "home-office", "nca"];
    private static readonly string[] Others = ["btp", "mdp", "cnc", "psni", "gibraltar", "jersey", "guernsey", "royal-military-police"];
    private static readonly string[] Partnerships = ["reading-partnership", "southampton-partnership", "redcar-and-cleveland-partnership", "pembrokeshire-partnership"];

    /// <summary>Addressed to the service as a whole, not to one body.</summary>
    public bool IsNational => Bodies.Count > 1;

    /// <param name="largest">Most records, counted once for each body.</param>
    public static Inspection Draw(Chance chance, int largest)
    {
        var drawn = Draw(chance);
        var bodies = drawn.Bodies.Count > largest ? [.. drawn.Bodies.Take(largest)] : drawn.Bodies;
        return drawn with { Bodies = bodies, Records = Math.Clamp(drawn.Records, 1, Math.Max(1, largest / bodies.Count)) };
    }

    private static Inspection Draw(Chance chance) => chance.Weighted(46, 9, 20, 6, 5, 4, 4, 3, 3) switch
    {
        0 => new("peel", "peel", [Forces.Any(chance)], chance.Between(4, 16), []),
        1 => new("custody", "custody", [Forces.Any(chance)], chance.Between(2, 9), [Inspectorates[2]]),
        2 => new("national-thematic", "thematic", Thematic(chance), chance.Skewed(1, 60), []),
        3 => new("joint-thematic", "joint-thematic", Forces.Some(chance, chance.Between(4, 20)), chance.Skewed(1, 16), [chance.Pick(Inspectorates)]),
        4 => new("national-child-protection", "child-protection", [Forces.Any(chance)], chance.Between(3, 10), []),
        5 => new("integrity", "integrity", [Forces.Any(chance)], chance.Between(1, 8), []),
        6 => new("super-complaint", "super-complaint", [chance.Pick(National), .. Forces.Some(chance, chance.Between(0, 8))], chance.Between(1, 4), []),
        7 => new("joint-targeted-area", "joint-area", [chance.Pick(Partnerships)], chance.Between(1, 4), [Inspectorates[1], Inspectorates[2]]),
        _ => new("commissioned-local", "commissioned", [chance.Pick(Others)], chance.Between(2, 12), []),
    };

    // One in three goes to every force.
    private static IReadOnlyList<string> Thematic(Chance chance) =>
        chance.In(35) ? Forces.All : Forces.Some(chance, chance.Between(5, 30));

    /// <summary>The report as it comes out.</summary>
    public Publish Report(Chance chance, int number, DateOnly on)
    {
        var id = IsNational ? $"{Word}-{on.Year}-{number}" : $"{Word}-{on.Year}-{Bodies[0]}-{number}";
        var subject = chance.Pick(Subjects.All);
        return new Publish(
            id, Title(subject), Kind, PublishedOn: on, National: IsNational, Inspected: Bodies, Addressed: Bodies, JointWith: JointWith,
            Source: string.Create(CultureInfo.InvariantCulture, $"HMICFRS, {on:MMMM yyyy}"),
            Records: ReportRecords.Draw(chance, this, subject, on),
            Judgments: Kind == "peel" ? [Grading.Draw(chance, Bodies[0], on)] : []);
    }

    private string Title(Subject subject) => Kind switch
    {
        "peel" => $"PEEL assessment of {NameOf(Bodies[0])}",
        "custody" => $"Custody inspection of {NameOf(Bodies[0])}",
        _ when IsNational => $"{subject.Title}: an inspection of {Bodies.Count} bodies",
        _ => $"{subject.Title}: an inspection of {NameOf(Bodies[0])}",
    };

    private static string NameOf(string body) => Domain.Bodies.Find(body)!.ShortName;
}
