using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using static Lifecycle.Web.Acting.Fields;

namespace Lifecycle.Web.Acting;

/// <summary>Who leads it, and the steps to green.</summary>
internal static class PlanningForms
{
    private static readonly ActField Steps = new(FieldKind.Rows, "steps", "Steps to green")
    {
        Word = "steps",
        RowName = "step",
        LeastRows = 3,
        Hint = "A step that you empty is taken away. A step that you leave as it is stays met if it was met",
        Concerns = ["steps_count", "steps_not_distinct"],
        Columns =
        [
            new(FieldKind.Hidden, "id", ""),
            Area("criterion", "What must be true?", "step's criterion") with { Lines = 2 },
            new(FieldKind.Select, "origin", "Who set it?") { Choices = _ => [new("force", "The force"), new("hmicfrs", "HMICFRS")], Initial = _ => "force" },
        ],
        FirstRows = record =>
        [
            .. record.State.Steps.Select(step => new Dictionary<string, string?>
            {
                ["id"] = step.Criterion.Id, ["criterion"] = step.Criterion.Criterion, ["origin"] = Words.Of(step.Criterion.Origin),
            }),
        ],
    };

    public static IReadOnlyList<ActForm> All { get; } =
    [
        new("allocate", "Says who leads the work, and which board watches it.",
        [
            Text("owner", "Who leads the work?", "owner") with { Hint = "A post, not a person’s name, for example head of local policing", Initial = record => record.State.Owner },
            Text("board", "Which board watches it?", "board").Optional() with { Hint = "Leave empty to keep the board as it is", Initial = record => record.State.Board },
        ], "The owner is allocated.", (entered, _) => new AllocateOwner(entered.Needed("owner"), entered.Text("board"))),

        new("set-steps", "Sets all the steps that lead to completion, in one list.", [Steps],
            "The steps to green are set.", (entered, record) => new SetStepsToGreen(ReadSteps(entered, record))),

        new("meet-step", "Says that one of the steps to green is met.",
        [
            Radios("step", "Which step is met?", "step", record => StepsThat(record, met: false)) with { Concerns = ["step_unknown"], Initial = record => Only(StepsThat(record, met: false)) }, Note,
        ], "The step is met.", (entered, _) => new MeetStep(entered.Own("step"), entered.Text("note"))),

        new("reopen-step", "Says that a step that was met no longer is.",
        [
            Radios("step", "Which step is no longer met?", "step", record => StepsThat(record, met: true)) with { Concerns = ["step_unknown"], Initial = record => Only(StepsThat(record, met: true)) }, Reason,
        ], "The step is open again.", (entered, _) => new ReopenStep(entered.Own("step"), entered.Needed("reason"))),
    ];

    private static IReadOnlyList<TagHelpers.Choice> StepsThat(ActRecord record, bool met) =>
        [.. record.State.Steps.Where(step => step.Met == met).Select(step => Own(step.Criterion.Id, $"{step.Criterion.Id}. {step.Criterion.Criterion}"))];

    private static string? Only(IReadOnlyList<TagHelpers.Choice> choices) => choices is [var only] ? only.Value : null;

    // A new step gets a number that no step has, so that it takes over nobody's standing.
    private static List<StepToGreen> ReadSteps(Entered entered, ActRecord record)
    {
        var rows = entered.Rows("steps").Where(row => row.Text("criterion") is not null).ToList();
        var taken = rows.Select(row => row.Text("id")).Concat(record.State.Steps.Select(step => step.Criterion.Id)).OfType<string>().ToHashSet();
        var free = Enumerable.Range(1, int.MaxValue - 1).Select(number => number.ToString()).Where(id => !taken.Contains(id)).GetEnumerator();
        return [.. rows.Select(row => new StepToGreen(row.Text("id") ?? Next(free), row.Needed("criterion"), row.Word<StepOrigin>("origin")))];
    }

    private static string Next(IEnumerator<string> free)
    {
        free.MoveNext();
        return free.Current;
    }
}
