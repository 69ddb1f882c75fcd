namespace Lifecycle.Application.Generation;

/// <summary>What people write into a register, in our own words; posts and boards, never persons.</summary>
internal static class Phrases
{
    public static IReadOnlyList<string> Owners { get; } =
    [
        "Detective superintendent, public protection", "Superintendent, local policing", "Chief superintendent, operations",
        "Head of crime", "Head of contact management", "Head of professional standards", "Head of people and development",
        "Detective chief inspector, intelligence", "Chief inspector, custody", "Superintendent, criminal justice",
        "Head of corporate development", "Assistant chief constable, crime", "Assistant chief constable, local policing",
        "Chief information officer", "Detective superintendent, serious crime", "Head of vetting",
    ];

    public static IReadOnlyList<string> Boards { get; } =
        ["Service improvement board", "Performance board", "Audit committee", "Strategic governance board", "Vulnerability board", "People board"];

    public static IReadOnlyList<string> Steps { get; } =
    [
        "A policy is agreed and published.", "Supervisors review a sample every month.", "Training is complete for everybody concerned.",
        "The backlog is below the agreed limit.", "A board has seen three months of data.", "Partners have confirmed the new arrangement.",
        "An audit finds the practice in use.", "The system change is live in every area.", "Responsibilities are written into job descriptions.",
    ];

    public static IReadOnlyList<string> Progress { get; } =
    [
        "The plan is agreed and work has begun.", "Training has reached half of those who need it.", "The first audit shows improvement, though not everywhere.",
        "Recruitment is slower than planned; interim cover is in place.", "The new form is in use and supervisors have been briefed.",
        "Data for the quarter shows a steady fall in the backlog.", "Partners have met twice and agreed how to share information.",
        "The system change was tested and goes live next month.", "Dip sampling continues; the results went to the board.",
        "Two of the areas are compliant, the third follows in the spring.", "The policy was consulted on and is with the chief officer group.",
        "The working group has closed its last action.",
    ];

    public static IReadOnlyList<string> Evidence { get; } =
        ["Minutes of the board", "Audit report", "Policy as published", "Training figures", "Performance pack", "Dip sample", "Terms of reference", "Screenshots of the new form"];

    public static IReadOnlyList<string> RagReasons { get; } =
        ["Work has begun and is on time.", "Behind the plan by a month or two.", "Depends on a national system.", "Everything is in place and being tested.", "Nobody is in post to lead it."];

    public static IReadOnlyList<string> Missing { get; } =
        ["The audit covers one area only. Show the others.", "Three months of data are needed, one was given.", "Say what changed for victims.", "The policy is in draft. Send the published one."];

    public static IReadOnlyList<string> Closing { get; } =
        ["Every step is met and the last audit found the practice in use.", "Six months of data show that the change has held.", "The board is satisfied, and so is the external panel.", "What was asked for is in place and is checked each month."];

    public static IReadOnlyList<string> Oversight { get; } =
        ["Seen by the audit committee.", "Reviewed at the performance board with the evidence.", "Discussed with the commissioner's office.", "Checked by internal audit."];

    public static IReadOnlyList<string> Late { get; } =
        ["Procurement took longer than planned.", "The national guidance came late.", "Staff were moved to an operation.", "The supplier missed the date of delivery."];

    public static IReadOnlyList<string> Regrades { get; } =
        ["Seen again on inspection: the risk is higher than thought.", "The interim measures have lowered the risk.", "Moderated with the other forces of the programme."];

    public static IReadOnlyList<string> Ends { get; } =
        ["The function moved to another body.", "The law changed and the duty no longer exists.", "The unit concerned was closed."];

    public static IReadOnlyList<string> Reopenings { get; } =
        ["The re-inspection found the practice gone again.", "A later case showed that the change had not held."];

    public static IReadOnlyList<string> Questions { get; } =
        ["Which period should the audit cover?", "Does a joint policy with the neighbouring force count?", "Is a sample of fifty enough?"];

    public static IReadOnlyList<string> Advice { get; } =
        ["Three consecutive months are enough.", "A joint policy counts where both forces train on it.", "Take the sample from every area."];
}
