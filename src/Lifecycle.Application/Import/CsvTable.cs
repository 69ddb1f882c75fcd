using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Lifecycle.Application.Import;

/// <summary>A row as a spreadsheet numbers it: the headings are row 1.</summary>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Headings and rows of a CSV file. Rows without any content are left out.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Headings, IReadOnlyList<CsvRow> Rows)
{
    /// <param name="report">Takes the row and the message of each problem.</param>
    public static CsvTable Read(Stream csv, string delimiter, Action<int, string> report)
    {
        try
        {
            using var text = new StreamReader(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
            return Read(new StringReader(text.ReadToEnd()), delimiter, report);
        }
        catch (DecoderFallbackException)
        {
            report(1, "The file is not in UTF-8. In the spreadsheet, save it as \"CSV UTF-8\".");
            return new CsvTable([], []);
        }
    }

    private static CsvTable Read(TextReader text, string delimiter, Action<int, string> report)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad => report(bad.Context.Parser!.Row, "A quotation mark stands where none can be. Put the cell in quotation marks and double those inside it."),
        };
        using var parser = new CsvParser(text, settings);
        if (!parser.Read())
        {
            report(1, "The file is empty. It needs a row of headings.");
            return new CsvTable([], []);
        }

        string[] headings = parser.Record ?? [];
        return new CsvTable(headings, RowsOf(parser, headings.Length, report));
    }

    private static List<CsvRow> RowsOf(CsvParser parser, int width, Action<int, string> report)
    {
        var rows = new List<CsvRow>();
        while (parser.Read())
        {
            string[] cells = parser.Record ?? [];
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (cells.Length == width) rows.Add(new CsvRow(parser.Row, cells));
            else report(parser.Row, $"This row has {cells.Length} cells and the headings have {width}. Put a cell that holds a delimiter in quotation marks.");
        }

        return rows;
    }
}
