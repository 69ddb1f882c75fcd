using Lifecycle.Domain.Recommendations;
using static Lifecycle.Web.Acting.Fields;

namespace Lifecycle.Web.Acting;

/// <summary>Evidence, and guidance on how to get there.</summary>
internal static class ProvingForms
{
    public static IReadOnlyList<ActForm> All { get; } =
    [
        new("submit-evidence", "Submits a document or a link that shows what was done.",
        [
            Text("name", "What is it called?", "name"),
            Area("description", "What does it show?", "description").Optional() with { Lines = 3 },
            Text("link", "Link", "link").Optional() with { Hint = "Give either a link or a file. A link is the whole web address", Concerns = ["link_malformed", "evidence_form"] },
            new ActField(FieldKind.File, "file", "File")
            {
                Hint = "This service keeps no files. It takes the file’s name, type, size and fingerprint (SHA-256), so that anybody can prove later that a file is the same one. Keep the file where you keep your records",
                Concerns = ["digest_malformed", "file_details_required"],
            }.Optional(),
            new ActField(FieldKind.Checkboxes, "steps", "Which steps does it prove?") { Choices = Steps, Concerns = ["step_unknown"] }.Optional(),
            Radios("marking", "How is it marked?", "marking", new("official", "OFFICIAL"), new("official-sensitive", "OFFICIAL-SENSITIVE"))
                with { Initial = _ => "official", Concerns = ["marking_too_high"] },
        ], "The evidence is submitted.", (entered, _) => Evidence(entered)),

        new("withdraw-evidence", "Says that an item of evidence no longer counts. It stays in the history.",
        [
            Radios("evidenceId", "Which item?", "item", record =>
                [.. record.State.StandingEvidence.Select(item => Own(item.Submitted.EvidenceId, item.Submitted.Name, item.Submitted.Description is { } text ? Cut(text) : null))])
                with { Concerns = ["evidence_unknown"] },
            Reason,
        ], "The evidence is withdrawn.", (entered, _) => new WithdrawEvidence(entered.Own("evidenceId"), entered.Needed("reason"))),

        new("request-guidance", "Asks HMICFRS how to complete the record.", [Area("question", "What do you want to know?", "question")],
            "The question is asked.", (entered, _) => new RequestGuidance(entered.Needed("question"))),

        new("give-guidance", "Advises the force how to complete the record.",
        [
            new ActField(FieldKind.Select, "requestId", "Which question does it answer?")
            {
                Choices = record => [new("", "None: unasked advice"), .. Unanswered(record.State)], Concerns = ["request_unknown"], Initial = record => Unanswered(record.State) is [var only] ? only.Value : null,
            },
            Area("advice", "Your advice", "advice"),
        ], "The guidance is given.", (entered, _) => new GiveGuidance(entered.Needed("advice"), RequestId: entered.OwnOrNull("requestId"))),
    ];

    private static IReadOnlyList<TagHelpers.Choice> Steps(ActRecord record) =>
        [.. record.State.Steps.Select(step => Own(step.Criterion.Id, $"{step.Criterion.Id}. {step.Criterion.Criterion}"))];

    private static List<TagHelpers.Choice> Unanswered(Recommendation state)
    {
        var said = state.Log.Select(past => past.Event).ToList();
        var answered = said.OfType<GuidanceGiven>().Select(given => given.RequestId).ToHashSet();
        return [.. said.OfType<GuidanceRequested>().Where(asked => !answered.Contains(asked.RequestId)).Select(asked => Own(asked.RequestId, asked.Question))];
    }

    private static SubmitEvidence Evidence(Entered entered)
    {
        var file = entered.File("file");
        var steps = entered.Many("steps").Select(Uri.UnescapeDataString).ToList();
        return new(
            entered.Needed("name"), Description: entered.Text("description"), Sha256: file?.Sha256, MediaType: file?.MediaType, Size: file?.Size,
            Link: entered.Text("link"), Marking: entered.Word<Marking>("marking"), Steps: steps);
    }
}
