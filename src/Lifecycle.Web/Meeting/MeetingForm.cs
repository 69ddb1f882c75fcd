using Lifecycle.Web.Acting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifecycle.Web.Meeting;

/// <summary>What was decided on the page of one record.</summary>
internal static class MeetingForm
{
    public const string SignOff = "sign-off", Return = "return", Later = "later";

    private static readonly (string Word, MeetingChoice Choice)[] Words =
        [(SignOff, MeetingChoice.SignOff), (Return, MeetingChoice.Return), (Later, MeetingChoice.Later)];

    public static string WordOf(MeetingChoice choice) => Words.First(pair => pair.Choice == choice).Word;

    /// <summary>Null when something is missing; then the page says what.</summary>
    public static MeetingDecision? Read(Entered entered, ActRecord record, long version, ModelStateDictionary state)
    {
        if (Array.Find(Words, pair => pair.Word == entered.Text("choice")) is not { Word: not null } chosen)
        {
            state.AddModelError("choice", "Choose what becomes of this record.");
            return null;
        }

        // Only what the choice asks for is kept, because only that is checked before it stays in memory.
        var asked = FieldsOf(chosen.Choice);
        var decision = new MeetingDecision(chosen.Choice, version, Text(DecidingForms.OversightNote), Text(DecidingForms.Channel), Text(DecidingForms.Missing));
        foreach (var field in asked.Where(field => field.Required(record) && entered.Text(field.Name) is null))
            state.AddModelError(field.Name, field.Missing);
        return state.IsValid ? decision : null;

        string? Text(ActField field) => asked.Contains(field) ? entered.Text(field.Name) : null;
    }

    public static IReadOnlyList<ActField> FieldsOf(MeetingChoice choice) => choice switch
    {
        MeetingChoice.SignOff => [DecidingForms.OversightNote, DecidingForms.Channel],
        MeetingChoice.Return => [DecidingForms.Missing],
        _ => [],
    };
}
