namespace Lifecycle.Cli;

/// <summary>Rows under headings, aligned for reading; the last column may be as long as it likes.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <param name="cells">One for each heading; null is unknown and shows as a dash.</param>
    public void Add(params object?[] cells) => _rows.Add([.. cells.Select(cell => cell?.ToString() ?? "–")]);

    public void Write(TextWriter output)
    {
        var widths = headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        output.WriteLine(Line(headings, widths));
        output.WriteLine(Line([.. widths.Select(width => new string('─', width))], widths));
        foreach (var row in _rows)
            output.WriteLine(Line(row, widths));
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
}
