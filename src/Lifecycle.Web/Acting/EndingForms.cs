using Lifecycle.Domain.Recommendations;
using static Lifecycle.Web.Acting.Fields;

namespace Lifecycle.Web.Acting;

/// <summary>Ends other than a sign-off, and the way back from every end.</summary>
internal static class EndingForms
{
    private const string Ends = "The record ends, and only HMICFRS can reopen it.";

    public static IReadOnlyList<ActForm> All { get; } =
    [
        new("close-not-applicable", "Closes the record because it no longer applies.", [Reason with { Label = "Why does it no longer apply?" }],
            "It is closed as not applicable.", (entered, _) => new CloseNotApplicable(entered.Needed("reason"))) { Grave = Ends },

        new("supersede", "Ends the record because a later one takes its place.",
        [
            KeepingForms.OtherRecord with { Name = "successor", Label = "Reference of the later record", Word = "reference of the successor" }, Reason,
        ], "It is replaced by a later record.", (entered, _) => new Supersede(KeepingForms.Reference(entered.Needed("successor")), entered.Needed("reason"))) { Grave = Ends },

        new("withdraw", "Takes the record back, as if it should not have been made. The history stays.", [Reason],
            "It is withdrawn.", (entered, _) => new Withdraw(entered.Needed("reason"))) { Grave = Ends },

        new("reopen", "Opens the record again, for example after a re-inspection.", [Reason with { Label = "Why must it be worked on again?" }],
            "It is open again.", (entered, _) => new Reopen(entered.Needed("reason")))
        { Grave = "The record counts as open again. Closure must be recommended and signed off anew." },
    ];
}
