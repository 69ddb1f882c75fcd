using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifecycle.Web.Site;

/// <summary>A day as a form sends it, in three boxes.</summary>
public static class DayFields
{
    public static string Part(string name, string part) => $"{name}-{part}";

    /// <summary>The day that was entered; null when none was. What cannot be a day is said beside the field.</summary>
    public static DateOnly? Read(IFormCollection form, string name, string label, ModelStateDictionary state)
    {
        var parts = ((string[])["day", "month", "year"]).Select(part => (part, Text: form[Part(name, part)].ToString().Trim())).ToList();
        foreach (var (part, text) in parts) state.SetModelValue(Part(name, part), text, text);
        if (parts.TrueForAll(part => part.Text.Length == 0)) return null;
        if (parts.Find(part => part.Text.Length == 0) is { part: { } missing })
            state.AddModelError(name, $"{label} must include a {missing}.");
        else if (DateOnly.TryParseExact(string.Join('/', parts.Select(part => part.Text)), "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        else
            state.AddModelError(name, $"{label} must be a real day, for example 27 3 2026.");
        return null;
    }
}
