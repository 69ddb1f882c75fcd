using Lifecycle.Domain.Authority;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>How long, until when and from when, in words.</summary>
internal static class Spans
{
    /// <summary>"since 4 September 2023, for 80 days".</summary>
    public static string Since(DateOnly day, DateOnly asAt) => $"since {Wording.Of(day)}, {(asAt.DayNumber - day.DayNumber) switch
    {
        <= 0 => "today",
        var days => $"for {Days(days)}",
    }}";

    /// <summary>"4 September 2023, in 12 days".</summary>
    public static string Due(DateOnly due, DateOnly asAt) => $"{Wording.Of(due)}, {(due.DayNumber - asAt.DayNumber) switch
    {
        0 => "today",
        > 0 and var days => $"in {Days(days)}",
        var days => $"{Days(-days)} ago",
    }}";

    /// <summary>The rule as a sentence, with the days on which it is in force.</summary>
    public static string Of(AuthorityRule rule) =>
        $"{rule.Text} (rule {rule.Id}, version {rule.Version}, {InForce(rule)}).{(rule.Assumption ? " This rule is assumed: nobody has confirmed it yet." : "")}";

    /// <summary>Whether other forces missed a deadline too.</summary>
    public static string Shared(bool? shared) => shared switch
    {
        true => " Other forces missed it too.",
        false => " Other forces did not miss it.",
        null => "",
    };

    public static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string InForce(AuthorityRule rule) => (rule.From == DateOnly.MinValue, rule.To) switch
    {
        (true, null) => "always in force",
        (true, { } to) => $"in force until {Wording.Of(to)}",
        (false, null) => $"in force since {Wording.Of(rule.From)}",
        (false, { } to) => $"in force from {Wording.Of(rule.From)} to {Wording.Of(to)}",
    };

    private static string Days(int days) => Wording.Count(days, "day", "days");
}
