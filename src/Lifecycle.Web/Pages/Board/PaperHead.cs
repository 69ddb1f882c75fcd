namespace Lifecycle.Web.Pages.Board;

/// <summary>How a page for boards begins: whose records, which question, as at which day, and the way to the other questions.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Here">Path of the page.</param>
/// <param name="Keep">What stays in the address when another body or day is chosen.</param>
internal sealed record PaperHead(string Title, string Here, Whose Whose, params (string Name, string? Value)[] Keep)
{
    public static IReadOnlyList<(string Path, string Text)> Questions { get; } =
    [
        ("/position", "Position"), ("/position/overdue", "Overdue"), ("/position/changes", "Since the last meeting"),
        ("/position/by-publication", "By publication"), ("/position/compared", "Compared"),
    ];

    /// <summary>The fields that the choice of a day keeps.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
        [.. Keep.Prepend((Name: "body", Value: Whose.Body)).Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => KeyValuePair.Create(one.Name, one.Value!))];
}
