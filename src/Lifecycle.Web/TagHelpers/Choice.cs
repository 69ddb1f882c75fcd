namespace Lifecycle.Web.TagHelpers;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What the form sends.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
