using System.Text.RegularExpressions;
using Xunit;

namespace Lifecycle.Architecture.Tests;

/// <summary>Documents that rot are worse than none.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Headings = ["## Status", "## Context", "## Decision", "## Consequences"];

    public static TheoryData<string> Decisions => [.. Repository.Files("docs/adr", "*.md").Select(file => Path.GetFileName(file))];

    [Fact]
    public void Decisions_are_numbered_from_one_without_a_gap_or_a_double() =>
        Assert.Equal(
            Enumerable.Range(1, Decisions.Count),
            Decisions.Select(row => int.Parse(row.Data[..4], System.Globalization.CultureInfo.InvariantCulture)).Order());

    [Theory, MemberData(nameof(Decisions))]
    public void A_decision_has_the_four_headings_and_no_placeholder(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs/adr", file));
        Assert.All(Headings, heading => Assert.Contains(heading, text, StringComparison.Ordinal));
        Assert.DoesNotMatch(Placeholder(), text);
        Assert.StartsWith($"# {int.Parse(file[..4], System.Globalization.CultureInfo.InvariantCulture)}. ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_project_has_its_line_on_the_readme_s_map()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.All(
            Repository.Files("src", "*.csproj").Select(Path.GetFileNameWithoutExtension),
            project => Assert.Contains($"{project}/", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void No_package_lock_names_where_it_was_downloaded_from() =>
        Assert.All(
            Repository.Files("src", "package-lock.json"),
            file => Assert.DoesNotContain("\"resolved\"", File.ReadAllText(file), StringComparison.Ordinal));

    [GeneratedRegex(@"\b(TODO|TBD|FIXME)\b|\[[a-z ]*here\]|Lorem", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
