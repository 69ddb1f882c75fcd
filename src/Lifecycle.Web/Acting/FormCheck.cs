using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifecycle.Web.Acting;

/// <summary>What a form says before any rule is asked: what is missing, and what is no day. Everything at once.</summary>
internal static class FormCheck
{
    public static void Check(IEnumerable<ActField> fields, ActRecord record, Entered entered, IFormCollection form, ModelStateDictionary state)
    {
        foreach (var field in fields)
        {
            if (field.Kind == FieldKind.Day) CheckDay(field, record, field.Name, form, state);
            else if (field.Kind == FieldKind.Rows) CheckRows(field, record, entered, form, state);
            else if (IsMissing(field, record, entered)) state.AddModelError(field.Name, field.Missing);
        }
    }

    private static void CheckDay(ActField field, ActRecord record, string name, IFormCollection form, ModelStateDictionary state)
    {
        var day = DayFields.Read(form, name, field.Word.Length > 0 ? $"The {field.Word}" : "The day", state);
        var isWrong = state.TryGetValue(name, out var entry) && entry.Errors.Count > 0;
        if (day is null && !isWrong && field.Required(record)) state.AddModelError(name, field.Missing);
    }

    // An empty row is one that nobody wanted; what a filled one lacks the domain says.
    private static void CheckRows(ActField field, ActRecord record, Entered entered, IFormCollection form, ModelStateDictionary state)
    {
        for (var row = 1; row <= entered.RowCount(field.Name); row++)
        {
            foreach (var column in field.Columns.Where(column => column.Kind == FieldKind.Day))
                CheckDay(column, record, Entered.RowPrefix(field.Name, row) + column.Name, form, state);
        }
    }

    private static bool IsMissing(ActField field, ActRecord record, Entered entered) => field.Kind switch
    {
        FieldKind.Text or FieldKind.Area or FieldKind.Radios => field.Required(record) && entered.Text(field.Name) is null,
        _ => false,
    };
}
