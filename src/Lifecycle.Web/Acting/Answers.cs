using Lifecycle.Web.Site;

namespace Lifecycle.Web.Acting;

/// <summary>One answer as it is shown once more before it is given.</summary>
/// <param name="Field">To which "change" leads.</param>
internal sealed record Answer(string Label, string Text, string Field);

/// <summary>What was entered, in words.</summary>
internal static class Answers
{
    public static IReadOnlyList<Answer> Of(ActForm form, ActRecord record, Entered entered) =>
    [
        .. form.AllFields(record).Select(field => new Answer(field.Label, TextOf(field, record, entered) ?? WhenEmpty(field), field.Name)),
    ];

    /// <summary>Only what was typed, for whoever must copy it because it can no longer be given.</summary>
    public static IReadOnlyList<Answer> Typed(ActForm form, ActRecord record, Entered entered) =>
    [
        .. from field in form.AllFields(record)
           let text = TextOf(field, record, entered)
           where text is not null
           select new Answer(field.Label, text, field.Name),
    ];

    private static string? TextOf(ActField field, ActRecord record, Entered entered) => field.Kind switch
    {
        FieldKind.Day => entered.Day(field.Name) is { } day ? Wording.Of(day) : null,
        FieldKind.Radios or FieldKind.Select => field.Choices(record).FirstOrDefault(choice => choice.Value == entered.Text(field.Name))?.Text,
        FieldKind.Checkboxes => string.Join(", ", field.Choices(record).Where(choice => entered.Many(field.Name).Contains(choice.Value)).Select(choice => choice.Text)) is { Length: > 0 } chosen ? chosen : null,
        FieldKind.File => entered.File(field.Name)?.Name,
        FieldKind.Rows => string.Join("\n", entered.Rows(field.Name).Select(row => string.Join(", ", field.Columns.Select(column => row.Text(column.Name)).OfType<string>())).Where(row => row.Length > 0)),
        _ => entered.Text(field.Name),
    };

    private static string WhenEmpty(ActField field) => field.Name == Fields.EffectiveOn.Name ? "Today" : "Not entered";
}
