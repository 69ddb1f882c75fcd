using Lifecycle.Domain;
using Lifecycle.Domain.Publications;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Site;

/// <summary>What publications and grades are called on pages.</summary>
public static class PublicationWords
{
    /// <summary>"14 May 2025", "May 2025", "2025", or "by 31 December 2018": no more than is known.</summary>
    public static string Published(DateOnly day, DatePrecision precision) => precision switch
    {
        DatePrecision.Day => Wording.Of(day),
        DatePrecision.Month => Wording.Of(day)[(Wording.Of(day).IndexOf(' ', StringComparison.Ordinal) + 1)..],
        DatePrecision.Year => $"{day.Year}",
        DatePrecision.NoLaterThan => $"by {Wording.Of(day)}",
        _ => throw new ArgumentOutOfRangeException(nameof(precision)),
    };

    public static string Kind(string kind) => kind switch
    {
        "peel" => "PEEL assessment",
        "peel-national-overview" => "PEEL national overview",
        "joint-wales-child-protection" => "Joint child protection, Wales",
        "super-complaint" => "Super-complaint",
        "regional-soc" => "Regional serious and organised crime",
        _ => Words(kind),
    };

    /// <summary>"Areas for improvement" for "area-for-improvement"; other counts by their own words.</summary>
    public static string Counted(string counted) => KindCounted(counted) is { } kind ? Wording.Plural(kind) : Words(counted);

    /// <summary>The kind of record that a count counts; null when it counts something else.</summary>
    public static RecordKind? KindCounted(string counted) =>
        Enum.GetValues<RecordKind>().Cast<RecordKind?>().FirstOrDefault(kind => Words(counted) == Wording.Of(kind!.Value));

    public static string Subject(string subject) => subject == DeclareCounts.National ? "Nationally" : Wording.Body(subject);

    /// <summary>"All 43 territorial forces" for each of them; otherwise the names, in order.</summary>
    public static IReadOnlyList<string> Bodies(IReadOnlyList<string> named)
    {
        var forces = Domain.Bodies.TerritorialForces;
        var bodies = Addressees.Expand(named);
        var all = forces.All(force => bodies.Contains(force.Id));
        IEnumerable<string> others = [.. bodies.Where(id => !all || forces.All(force => force.Id != id)).Select(Wording.Body).Order(StringComparer.Ordinal)];
        return all ? [$"All {forces.Count} territorial forces", .. others] : [.. others];
    }

    public static string Of(JudgmentGrade? grade) => grade switch
    {
        null => "Not graded",
        JudgmentGrade.Outstanding => "Outstanding",
        JudgmentGrade.Good => "Good",
        JudgmentGrade.Adequate => "Adequate",
        JudgmentGrade.RequiresImprovement => "Requires improvement",
        JudgmentGrade.Inadequate => "Inadequate",
        _ => throw new ArgumentOutOfRangeException(nameof(grade)),
    };

    public static string Of(JudgmentScale scale) => scale switch
    {
        JudgmentScale.FourPoint => "Four-point scale: outstanding, good, requires improvement, inadequate",
        JudgmentScale.FivePoint => "Five-point scale: outstanding, good, adequate, requires improvement, inadequate",
        _ => throw new ArgumentOutOfRangeException(nameof(scale)),
    };

    /// <summary>What a reader must know beside the grade; empty when there is nothing.</summary>
    public static IEnumerable<string> Beside(GradeCell cell)
    {
        if (cell.Provenance == GradeProvenance.CarriedForward) yield return "carried forward, not inspected again";
        if (cell.Grade != cell.Printed) yield return $"printed as {Of(cell.Printed).ToLowerInvariant()}, corrected";
    }

    private static string Words(string slug)
    {
        var words = slug.Replace('-', ' ');
        return words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }
}
