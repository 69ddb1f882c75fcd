using System.Text.RegularExpressions;
using Xunit;

namespace Lifecycle.Architecture.Tests;

/// <summary>The map of the pages and the pages themselves name the same addresses.</summary>
public sealed partial class PageMapTests
{
    // None is a page that one reads: a form's target, files, and what is shown in place of a page.
    private static readonly string[] NotOnTheMap =
        ["/sign-out", "/recommendations/csv", "/recommendations/{reference}/events/{version:long:min(1)}/receipt", "/problem"];

    [Fact]
    public void Every_page_is_on_the_map_and_every_address_on_the_map_is_a_page() => Assert.Equal(OnTheMap(), InTheCode());

    private static List<string> InTheCode() =>
    [
        .. Repository.Files("src/Lifecycle.Web/Pages", "*.cshtml")
            .Select(file => Directive().Match(File.ReadAllText(file)))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Except(NotOnTheMap)
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> OnTheMap() =>
    [
        .. Address().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/pages.md")))
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("^\\| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Address();
}
