using Lifecycle.Domain;

namespace Lifecycle.Web.Acting;

/// <summary>Which field a refusal of the domain is about.</summary>
internal static class RefusalFields
{
    /// <summary>The field's name; empty when the refusal is about the whole.</summary>
    public static string Of(Refusal refusal, IEnumerable<ActField> fields) =>
        fields.FirstOrDefault(field => IsAbout(field, refusal))?.Name
        ?? fields.FirstOrDefault(field => field.Concerns.Contains(refusal.Code))?.Name ?? "";

    // Missing and malformed texts share their codes, and name the field in their words.
    private static bool IsAbout(ActField field, Refusal refusal) =>
        refusal.Code is "text_required" or "text_too_long" or "text_malformed"
        && field.Columns.Prepend(field).Any(one => one.Word.Length > 0
            && (refusal.Message == $"Enter the {one.Word}." || refusal.Message.StartsWith($"The {one.Word} ", StringComparison.Ordinal)));
}
