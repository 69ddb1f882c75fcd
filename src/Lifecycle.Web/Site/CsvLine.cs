using System.Buffers;

namespace Lifecycle.Web.Site;

/// <summary>A line of a file as RFC 4180 has it, in which no spreadsheet finds a formula.</summary>
public static class CsvLine
{
    private const string Formula = "=+-@\t\r\n";
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Of(IReadOnlyList<string?> values) => string.Join(',', values.Select(value => Of(value ?? ""))) + "\r\n";

    // What begins like a formula is told to be text by an apostrophe, which spreadsheets do not show.
    private static string Of(string value)
    {
        var text = value.TrimStart(' ') is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
