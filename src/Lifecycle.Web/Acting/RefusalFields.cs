using Lifecycle.Domain;

namespace Lifecycle.Web.Acting;

/// <summary>Which field a refusal of the domain is about, and what the page says of it.</summary>
internal static class RefusalFields
{
    /// <summary>The field's name; empty when the refusal is about the whole.</summary>
    public static string Of(Refusal refusal, IEnumerable<ActField> fields) =>
        fields.FirstOrDefault(field => IsAbout(field, refusal))?.Name
        ?? fields.FirstOrDefault(field => field.Concerns.Contains(refusal.Code))?.Name ?? "";

    /// <summary>In the domain's words, but for a sample that programs write otherwise than people.</summary>
    public static string Said(Refusal refusal) =>
        refusal.Code == "day_malformed" ? "Enter the corrected day as day, month and year, for example 16/5/2025." : refusal.Message;

    // Missing and malformed texts share their codes, and name the field in their words.
    private static bool IsAbout(ActField field, Refusal refusal) =>
        refusal.Code is "text_required" or "text_too_long" or "text_malformed"
        && field.Columns.Prepend(field).Any(one => one.Word.Length > 0
            && (refusal.Message == $"Enter the {one.Word}." || refusal.Message.StartsWith($"The {one.Word} ", StringComparison.Ordinal)));
}
