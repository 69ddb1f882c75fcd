using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lifecycle.Web.Tests;

/// <summary>A page as a person reads it: heading, tables, forms, errors, in the design system's words.</summary>
public sealed partial class SeenPage
{
    private SeenPage(HttpResponseMessage answer, IHtmlDocument document) => (Answer, Document) = (answer, document);

    public HttpResponseMessage Answer { get; }

    public IHtmlDocument Document { get; }

    public int Status => (int)Answer.StatusCode;

    /// <summary>The path and query where one ended up.</summary>
    public string Path => Answer.RequestMessage!.RequestUri!.PathAndQuery;

    public string Heading => Words(Document.QuerySelector("h1"));

    /// <summary>All that one can read, with single spaces.</summary>
    public string Text => Words(Document.QuerySelector("main"));

    /// <summary>The messages of the error summary, in order.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];

    public static async Task<SeenPage> OfAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await new HtmlParser(new HtmlParserOptions(), AngleSharp.BrowsingContext.New()).ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        // Relative addresses need to know where they are.
        document.Location.Href = answer.RequestMessage!.RequestUri!.ToString();
        return new(answer, document);
    }

    public SeenPage AssertOk()
    {
        Assert.True(Status == 200, $"{Status} at {Path}: {Text}");
        return this;
    }

    /// <summary>The form that has a field or a button of this name.</summary>
    public IHtmlFormElement Form(string field) =>
        Document.Forms.FirstOrDefault(form => form.QuerySelector($"[name='{field}']") is not null)
        ?? throw new InvalidOperationException($"{Path} has no form with '{field}': {Text}");

    /// <summary>The address of a link by what it says.</summary>
    public string Link(string text) => Document.QuerySelectorAll("a").FirstOrDefault(a => Words(a) == text)?.GetAttribute("href")
        ?? throw new InvalidOperationException($"{Path} has no link '{text}': {Text}");

    public bool HasLink(string text) => Document.QuerySelectorAll("a").Any(a => Words(a) == text);

    /// <summary>A value of a summary list by its key.</summary>
    public string Summary(string key) => Words(
        Document.QuerySelectorAll(".govuk-summary-list__key").FirstOrDefault(one => Words(one) == key)?.NextElementSibling
        ?? throw new InvalidOperationException($"{Path} has no '{key}': {Text}"));

    /// <summary>The cells of a table by its caption, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string caption) =>
    [
        .. (Document.QuerySelectorAll("table").FirstOrDefault(table => Words(table.QuerySelector("caption")).StartsWith(caption, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Path} has no table '{caption}': {Text}"))
            .QuerySelectorAll("tbody tr").Select(IReadOnlyList<string> (row) => [.. row.Children.Select(Words)]),
    ];

    /// <summary>Asserts that the message stands beside the field and in the summary, which leads to it.</summary>
    public void AssertError(string field, string message)
    {
        Assert.Contains(message, Errors);
        Assert.Equal($"Error: {message}", Words(Document.GetElementById($"{field}-error")));
        Assert.NotNull(Document.QuerySelector($".govuk-error-summary a[href='#{field}']"));
        Assert.StartsWith("Error: ", Document.Title, StringComparison.Ordinal);
    }

    public static string Words(INode? element) => Spaces().Replace(element?.TextContent ?? "", " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
