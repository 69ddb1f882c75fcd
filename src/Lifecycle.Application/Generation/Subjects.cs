namespace Lifecycle.Application.Generation;

/// <summary>What inspections look at.</summary>
/// <param name="Theme">As records name it.</param>
/// <param name="Title">As a title names it.</param>
/// <param name="Words">As a sentence names it.</param>
/// <param name="Area">The graded area that it touches.</param>
internal sealed record Subject(string Theme, string Title, string Words, string Area);

/// <summary>The subjects and what reports ask of them, in our own words.</summary>
internal static class Subjects
{
    public static IReadOnlyList<Subject> All { get; } =
    [
        new("stop-and-search", "Stop and search", "stop and search", "Police powers and public treatment"),
        new("use-of-force", "Use of force", "the use of force", "Police powers and public treatment"),
        new("investigation", "Investigations", "investigations", "Investigating crime"),
        new("outcomes", "Outcomes for victims", "outcomes for victims", "Investigating crime"),
        new("child-protection", "Child protection", "the protection of children", "Protecting vulnerable people"),
        new("domestic-abuse", "Domestic abuse", "the response to domestic abuse", "Protecting vulnerable people"),
        new("vulnerability", "Vulnerable people", "the care of vulnerable people", "Protecting vulnerable people"),
        new("demand", "Answering calls", "the control room", "Responding to the public"),
        new("neighbourhood-policing", "Neighbourhood policing", "neighbourhood policing", "Preventing crime"),
        new("offender-management", "Offender management", "the management of offenders", "Managing offenders"),
        new("wanted-people", "Wanted people", "the search for wanted people", "Managing offenders"),
        new("bail", "Bail", "pre-charge bail", "Managing offenders"),
        new("vetting", "Vetting", "vetting", "Leadership and force management"),
        new("misconduct", "Misconduct", "misconduct cases", "Leadership and force management"),
        new("technology", "Digital forensics", "digital forensics", "Investigating crime"),
        new("serious-and-organised-crime", "Serious and organised crime", "work against serious and organised crime", "Investigating crime"),
        new("workforce", "Wellbeing of the workforce", "the wellbeing of officers and staff", "Developing a positive workplace"),
        new("public-disorder", "Public disorder", "the policing of disorder", "Preventing crime"),
    ];

    /// <summary>{0} is the subject in words.</summary>
    public static IReadOnlyList<(string Title, string Summary)> Asks { get; } =
    [
        ("Supervision of {0}", "Supervisors should review {0} at set intervals and write down what they decide."),
        ("Training for {0}", "Everybody who works on {0} should have had the training by the time they begin, and refresh it each year."),
        ("Records of {0}", "Complete and timely records should be kept of {0}, and a sample of them checked every month."),
        ("Data on {0}", "Senior leaders should see data on {0} that is good enough to act on, and act on it."),
        ("Capacity for {0}", "The force should work out how many people {0} needs, and have them in place."),
        ("Policy on {0}", "One current policy on {0} should replace local versions, and people should know it."),
        ("Partners and {0}", "Partners should be told about {0} without delay and take part in decisions."),
        ("Victims and {0}", "Victims should be kept up to date about {0} in the way that they chose."),
        ("Disproportionality in {0}", "Differences between groups of people in {0} should be understood, explained and published."),
        ("Backlogs in {0}", "Backlogs in {0} should be brought down to what a supervisor can review, and kept there."),
        ("Scrutiny of {0}", "An external panel should look at {0} and be told what changed because of it."),
        ("Technology for {0}", "The systems behind {0} should be joined up, so that nothing is typed in twice."),
        ("Governance of {0}", "A named senior leader should answer for {0}, and a board should follow it."),
        ("Learning from {0}", "What is learnt from {0} should reach those who can use it."),
    ];
}
