using Lifecycle.Domain.Recommendations;
using static Lifecycle.Web.Acting.Fields;

namespace Lifecycle.Web.Acting;

/// <summary>How serious it is, whether it applies, and the way to a closure.</summary>
internal static class DecidingForms
{
    public static readonly ActField OversightNote = Area("oversightNote", "What oversight was there?", "oversight note") with
    {
        Hint = "For example which board reviewed it, and when",
        Required = record => record.Rule.OversightNoteRequired,
        Concerns = ["oversight_note_required"],
    };

    public static readonly ActField Channel = Text("channel", "How was it decided?", "channel").Optional() with
    {
        Hint = "For example a meeting, the portal or a letter",
    };

    public static readonly ActField Missing = Area("missing", "What is missing?", "list of what is missing") with
    {
        Hint = "Say what the force must show before this can be signed off",
    };

    public static IReadOnlyList<ActForm> All { get; } =
    [
        new("grade", "Sets how serious the record is. The level decides who may sign it off.",
        [
            Radios("level", "Which level?", "level",
                new("1", "Level 1, least serious"), new("2", "Level 2"), new("3", "Level 3"), new("4", "Level 4, most serious"))
                with { Initial = record => record.State.Level?.ToString(), Concerns = ["level_unknown"] },
            Reason with { Word = "reason for the new level", Required = record => record.State.Level is not null },
        ], "The level is set.", (entered, _) => new GradeLevel(entered.Number("level"), entered.Text("reason"))),

        new("decide-relevance", "Says whether the record applies. What does not apply is not counted as open.",
        [
            Radios("relevant", "Does it apply?", "answer", new("yes", "Yes, it is relevant"), new("no", "No, it is not relevant")), Reason,
        ], "Relevance is decided.", (entered, _) => new DecideRelevance(entered.Text("relevant") == "yes", entered.Needed("reason"))),

        new("pass-scrutiny", "Says that you are satisfied with the steps and their evidence.", [Note],
            "Scrutiny is passed.", (entered, _) => new PassScrutiny(entered.Text("note"))),

        new("return-scrutiny", "Says that you are not satisfied yet, and why.", [Reason with { Label = "What is not good enough?" }],
            "It is returned at scrutiny.", (entered, _) => new ReturnScrutiny(entered.Needed("reason"))),

        new("recommend-closure", "Says that the force has done what was asked, and asks for a sign-off.",
        [
            Area("statement", "Why can it be closed?", "case for closure") with { Hint = "Say how what was asked has been met. Whoever signs off reads this first", Lines = 8 },
        ], "Closure is recommended.", (entered, _) => new RecommendClosure(entered.Needed("statement")))
        { Grave = "Steps and evidence cannot be changed from then on, unless it is returned." },

        new("return-closure", "Sends the record back to be worked on, and says what is missing.", [Missing],
            "It is returned without a sign-off.", (entered, _) => new ReturnClosure(entered.Needed("missing")))
        { Grave = "The force must recommend closure again before it can be signed off." },

        new("sign-off", "Closes the record for good, with the authority that its level asks for.", [OversightNote, Channel],
            "It is signed off.", (entered, _) => new SignOff(entered.Text("oversightNote"), entered.Text("channel")))
        { Grave = "The record ends, and only HMICFRS can reopen it." },
    ];
}
