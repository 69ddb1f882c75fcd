namespace Lifecycle.Application.Import;

/// <summary>Where something stands: a path in a JSON file, or a row and column of a CSV file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">JSON path, for example $.publications[3].title.</param>
/// <param name="Row">Row of a CSV file as a spreadsheet counts, the headings being row 1; line of a JSON file that cannot be parsed.</param>
/// <param name="Column">Heading of the column; in a JSON file that cannot be parsed, the byte within the line.</param>
public sealed record Place(string File, string? Path = null, int? Row = null, string? Column = null)
{
    public override string ToString() =>
        File + (Path is null ? "" : $" {Path}") + (Row is null ? "" : $", row {Row}") + (Column is null ? "" : $", column {Column}");
}

/// <summary>Something wrong in a file, and what to do about it.</summary>
public sealed record ImportProblem(Place Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}

/// <summary>What reading gave: the document when nothing is wrong, otherwise everything that is.</summary>
public sealed record RegisterReading(RegisterDocument? Document, IReadOnlyList<ImportProblem> Problems);
