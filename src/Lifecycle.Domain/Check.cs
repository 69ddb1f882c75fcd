namespace Lifecycle.Domain;

/// <summary>The small rules that commands share, and the way they are put together: the first refusal wins.</summary>
internal static class Check
{
    /// <summary>Names, ids and references.</summary>
    public const int Short = 300;

    /// <summary>Reasons and reports.</summary>
    public const int Long = 10_000;

    /// <summary>Items of one list in a command.</summary>
    public const int Many = 100;

    public static Decision? First(params ReadOnlySpan<Refusal?> refusals)
    {
        foreach (var refusal in refusals)
        {
            if (refusal is not null) return Decision.Refuse(refusal);
        }

        return null;
    }

    /// <summary>The effect of the command already stands: nothing happens, and nothing else needs to be asked.</summary>
    public static Decision? Stands(bool already) => already ? Decision.Nothing : null;

    public static Refusal? When(bool wrong, string code, string message) => wrong ? new Refusal(code, message) : null;

    /// <param name="field">The field in a reader's words, for example "reason".</param>
    public static Refusal? Required(string field, string? text, int longest) => string.IsNullOrWhiteSpace(text)
        ? new Refusal("text_required", $"Enter the {field}.")
        : Optional(field, text, longest);

    public static Refusal? Optional(string field, string? text, int longest) => text switch
    {
        null => null,
        _ when text.Length > longest => new Refusal("text_too_long", $"The {field} must be {longest:N0} characters or fewer. It has {text.Length:N0}."),
        Erased.Mark => new Refusal("text_malformed", $"The {field} is '{Erased.Mark}', which stands in place of a text that was erased. Enter other words."),
        _ when text.Any(IsUnprintable) => new Refusal("text_malformed", $"The {field} contains control characters. Remove them."),
        _ => null,
    };

    public static Refusal? Each(string field, IEnumerable<string?> texts) =>
        texts.Select(text => Required(field, text, Short)).FirstOrDefault(refusal => refusal is not null);

    public static Refusal? Slug(string field, string? text) => Required(field, text, Short) ?? When(
        text!.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') || text![0] == '-' || text![^1] == '-',
        "slug_malformed", $"The {field} '{text}' may have lower-case letters, digits and hyphens only, for example peel-west-mercia-2025.");

    public static Refusal? Bodies(IEnumerable<string> ids)
    {
        var unknown = ids.Where(id => !Domain.Bodies.IsKnown(id)).Distinct().ToList();
        return When(unknown.Count > 0, "body_unknown", $"No such body: {string.Join(", ", unknown)}. Use the ids of the list of bodies.");
    }

    // PostgreSQL's jsonb cannot hold a NUL, and no other control character belongs in a text that boards read.
    private static bool IsUnprintable(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}
