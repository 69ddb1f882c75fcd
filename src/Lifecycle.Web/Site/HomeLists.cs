using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Site;

/// <summary>One list on the home page, in words.</summary>
/// <param name="Why">What the list means and what to do with it.</param>
/// <param name="None">What an empty list says.</param>
public sealed record HomeList(WorkList List, string Heading, string Why, string None)
{
    /// <summary>As the address names it.</summary>
    public string Name => List.ToString();
}

/// <summary>Which lists wait for whom, in the order in which they matter.</summary>
public static class HomeLists
{
    private static readonly HomeList DueSoon = new(
        WorkList.DueSoon, "Due soon", $"Due today or within {WorkOf.DaysAhead} days.", "Nothing is due soon.");
    private static readonly HomeList Unexplained = new(
        WorkList.OverdueUnexplained, "Overdue without explanation", "The day has passed, and the board has not been told why.", "Nothing is overdue without a reason.");
    private static readonly HomeList Returned = new(
        WorkList.Returned, "Returned to us", "Sent back by scrutiny or by whoever signs off. The record says what is missing.", "Nothing has been returned.");
    private static readonly HomeList Ready = new(
        WorkList.ReadyToRecommend, "Ready to recommend for closure", "Every step is met and evidenced.", "No record has every step evidenced yet.");
    private static readonly HomeList Scrutinise = new(
        WorkList.ToScrutinise, "To scrutinise", "Every step is evidenced; closure can be recommended once you have passed it.", "Nothing waits for scrutiny.");
    private static readonly HomeList Mine = new(
        WorkList.Mine, "My records", "Records that you own, with the steps that are left.", "No record is allocated to you.");
    private static readonly HomeList WithChief = new(
        WorkList.WaitingForChiefConstable, "With the chief constable", "Recommended for closure at a level that the force signs off.", "Nothing waits for the chief constable.");
    private static readonly HomeList WithHmicfrs = new(
        WorkList.WaitingForHmicfrs, "With HMICFRS", "Recommended for closure, and waiting for HMICFRS to sign off.", "Nothing waits for HMICFRS.");

    public static IReadOnlyList<HomeList> Of(Role role) => role switch
    {
        Role.Flo => [Returned, Unexplained, DueSoon, Ready, WithChief, WithHmicfrs],
        Role.National => [Returned, Unexplained, DueSoon, Ready, WithHmicfrs],
        Role.Lead => [Mine, Returned, DueSoon],
        Role.Dcc => [Scrutinise, Returned, Unexplained, Ready, WithHmicfrs],
        Role.Chief => [Unexplained, WithHmicfrs],
        Role.Fll => [Unexplained],
        _ => [],
    };
}
