using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Lifecycle.Domain.Tests;

/// <summary>Every text of every event is either erasable or kept on purpose, and the ledger's specification says which.</summary>
public sealed partial class ErasableTextTests
{
    // Ids, kinds and words on which rules or references depend: none is free text.
    private static readonly HashSet<string> Kept =
    [
        "publication", "position", "number", "body", "kind", "reference", "parent", "themes/*", "areas/*", "partners/*", "bodies/*", "inspected/*", "addressed/*", "jointWith/*", "addressees/*",
        "cycle", "area", "subject", "owner", "step", "steps/*", "id", "reportId", "channel", "evidenceId", "sha256", "mediaType", "requestId", "guidanceId", "recommendedBy", "rule", "successor", "target", "field", "fields/*", "basis",
    ];

    [Fact]
    public void Every_text_of_every_event_is_erasable_or_kept_on_purpose()
    {
        foreach (var (name, type) in EventCodec.Known)
        {
            var texts = Texts(type, "").Select(text => text[1..]).ToList();
            var erasable = ErasableText.ByType.GetValueOrDefault(name, []).Select(place => place[1..]).ToList();
            Assert.Empty(erasable.Except(texts));
            Assert.All(texts.Except(erasable), text => Assert.True(Kept.Contains(text) || Kept.Contains(Last(text)), $"{name}: is {text} erasable?"));
        }
    }

    [Fact]
    public void The_specification_has_the_same_table()
    {
        var document = File.ReadAllText(Specification());
        var table = document[document.IndexOf("<!-- erasable -->", StringComparison.Ordinal)..document.IndexOf("<!-- /erasable -->", StringComparison.Ordinal)];
        Assert.Equal(
            ErasableText.ByType.Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value)}"),
            Row().Matches(table).Select(row => $"{row.Groups[1].Value}: {row.Groups[2].Value.Replace("`", "", StringComparison.Ordinal)}"));
    }

    private static string Last(string text) => text.EndsWith("/*", StringComparison.Ordinal) ? text[(text[..^2].LastIndexOf('/') + 1)..] : text[(text.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> Texts(Type type, string pointer)
    {
        if (type == typeof(string)) return [pointer];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return Texts(type.GetGenericArguments()[0], pointer + "/*");
        if (type.Namespace?.StartsWith("Lifecycle", StringComparison.Ordinal) != true || type.IsEnum) return [];
        return type.GetProperties().SelectMany(property => Texts(property.PropertyType, $"{pointer}/{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}"));
    }

    private static string Specification([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "ledger-format.md");

    [GeneratedRegex(@"^\| `(\w+)` \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
