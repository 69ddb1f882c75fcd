using Lifecycle.Application;
using Lifecycle.Web.Site;
using Lifecycle.Web.TagHelpers;

namespace Lifecycle.Web.Pages.Board;

/// <summary>Whose records a page for boards is about: one body's, or those of all bodies that the viewer may see.</summary>
/// <param name="Body">Null is all of them.</param>
/// <param name="Choices">Whom else one may choose; none for those who see one body only.</param>
internal sealed record Whose(string? Body, IReadOnlyList<Choice> Choices)
{
    public const string Everybody = "All bodies";

    public string Name => Body is null ? Everybody : Wording.Body(Body);

    /// <summary>As reads take it.</summary>
    public IReadOnlyList<string>? Bodies => Body is null ? null : [Body];

    /// <param name="asked">Id of a body; empty is the viewer's own, or all.</param>
    /// <returns>Null when the viewer may not see that body.</returns>
    public static Whose? Of(Caller caller, string? asked)
    {
        var seen = caller.Sees ?? [.. Domain.Bodies.All.Select(body => body.Id).Where(id => id != Domain.Bodies.Hmicfrs)];
        if (!string.IsNullOrEmpty(asked) && !seen.Contains(asked)) return null;
        var body = !string.IsNullOrEmpty(asked) ? asked : seen.Count == 1 ? seen[0] : null;
        return new(body, seen.Count == 1 ? [] : [.. seen.Select(id => new Choice(id, Wording.Body(id))).OrderBy(choice => choice.Text, StringComparer.Ordinal)]);
    }
}
