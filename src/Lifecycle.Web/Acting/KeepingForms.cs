using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Lifecycle.Web.TagHelpers;
using static Lifecycle.Web.Acting.Fields;

namespace Lifecycle.Web.Acting;

/// <summary>What keeps the record right: deadlines, links and corrections.</summary>
internal static class KeepingForms
{
    public static readonly ActField OtherRecord = new(FieldKind.Text, "target", "Reference of the other record")
    {
        Word = "reference of the other record",
        Hint = "As on its page, or the address of its page. As you type, the records of this body are suggested",
        Choices = record => record.Others,
        Concerns = ["link_to_itself", "linked_record_unknown", "successor_is_itself"],
    };

    private static readonly Choice[] Forms =
    [
        new("day", "A day"), new("month", "A month, due on its last day"), new("immediate-effect", "With immediate effect, due from publication"),
        new("as-soon-as-possible", "As soon as possible, no day"), new("urgent", "Urgent, no day"), new("set-nationally", "Set nationally, no day in print"),
    ];

    private static readonly ActField Stages = new(FieldKind.Rows, "deadlines", "Deadlines")
    {
        Word = "deadlines",
        RowName = "deadline",
        Hint = "All deadlines as they stand from now on. A deadline that you empty is taken away. The earlier ones stay in the history",
        Concerns = ["deadline_form", "too_many", "body_unknown"],
        Columns =
        [
            Area("what", "What must be done by then?", "deadline's task") with { Lines = 2 },
            Text("printed", "How is it put?", "deadline as printed") with { Hint = "For example “by the end of March 2026”" },
            new(FieldKind.Select, "form", "What kind of deadline is it?") { Choices = _ => Forms, Initial = _ => "day" },
            new ActField(FieldKind.Day, "due", "Last day in time") { Hint = "Leave empty if the deadline names no day" }.Optional(),
            new(FieldKind.Select, "owner", "Who must meet it?") { Choices = Owners },
        ],
        FirstRows = record =>
        [
            .. record.State.Deadlines.Select(stage => new Dictionary<string, string?>
            {
                ["what"] = stage.What, ["printed"] = stage.Printed, ["form"] = Words.Of(stage.Form), ["owner"] = stage.Owner,
                ["due"] = stage.Due is { } due ? PointInTime.Of(due) : null,
            }),
        ],
    };

    public static IReadOnlyList<ActForm> All { get; } =
    [
        new("change-deadline", "Sets new deadlines. The earlier ones stay in the history.", [Stages, Reason],
            "The deadline is changed.", (entered, _) => new ChangeDeadline([.. entered.Rows("deadlines").Where(IsFilled).Select(Stage)], entered.Needed("reason"))),

        new("link", "Relates the record to another one.",
        [
            Radios("relation", "How are they related?", "relation",
                new("continues", "This record continues the other"), new("repeats", "This record repeats the other"),
                new("supersedes", "This record supersedes the other"), new("cited-again", "The other cites this record again")),
            OtherRecord, Note,
        ], "The link is made.", (entered, _) => new LinkRecord(
            entered.Word<LinkRelation>("relation"), Reference(entered.Needed("target")), entered.Text("note"))),

        new("correct", "Puts right what was printed or entered wrongly. Both values stay in the history.",
        [
            Radios("field", "What is wrong?", "field", record =>
            [
                new("title", "Title", Cut(record.State.Title)), new("summary", "What was asked", Cut(record.State.Summary)),
                new("raisedOn", "Day of the raise", Wording.Of(record.State.RaisedOn)), new("numberAsPrinted", "Printed number"), new("source", "Source"),
            ]) with { Concerns = ["field_not_correctable"] },
            Area("value", "What is right?", "corrected value") with { Hint = "For a day, for example 27/3/2026. For a printed number or a source, leave empty if there is none", Required = _ => false, Concerns = ["day_malformed"] },
            Area("printed", "What was printed?", "printed value").Optional() with { Hint = "Leave empty if it is what the record shows now", Lines = 2 },
            Reason,
        ], "The correction is made.", (entered, _) => new CorrectRecord(entered.Needed("field"), entered.Text("printed"), Corrected(entered), entered.Needed("reason")))
        { Day = CorrectedFrom },
    ];

    /// <summary>A reference as typed, or out of the address of a record's page.</summary>
    public static string Reference(string typed)
    {
        const string path = "/recommendations/";
        var at = typed.IndexOf(path, StringComparison.Ordinal);
        return at < 0 ? typed : Uri.UnescapeDataString(typed[(at + path.Length)..].Split('/', '?', '#')[0]);
    }

    private static string? Corrected(Entered entered) =>
        entered.Text("value") is { } typed && entered.Text("field") == "raisedOn" && PointInTime.Day(typed) is { } day ? PointInTime.Of(day) : entered.Text("value");

    private static bool IsFilled(Entered row) => row.Text("what") is not null || row.Text("printed") is not null || row.Day("due") is not null;

    private static DeadlineStage Stage(Entered row) => new(
        row.Needed("what"), row.Needed("printed"), row.Word<DeadlineForm>("form"), row.Day("due"), row.Text("owner"));

    private static IReadOnlyList<Choice> Owners(ActRecord record) =>
        [new("", Wording.Body(record.State.Body)), .. Bodies.All.Where(body => body.Id != record.State.Body).OrderBy(body => body.Name, StringComparer.Ordinal).Select(body => new Choice(body.Id, body.Name))];
}
