namespace Lifecycle.Application.Import;

/// <summary>Reads a force's spreadsheet, saved as CSV, with a mapping that says what its columns hold (docs/import.md).</summary>
public static class CsvRegister
{
    /// <summary>The document, or everything that is wrong with the mapping or with the spreadsheet. Bad input never throws; a stream that cannot be read does.</summary>
    public static RegisterReading Read(Stream csv, string csvName, Stream mapping, string mappingName)
    {
        var problems = new List<ImportProblem>();
        if (CsvMapping.Read(mapping, mappingName, problems) is not { } map) return new RegisterReading(null, problems);

        void Report(int row, string? column, string message) => problems.Add(new ImportProblem(new Place(csvName, Row: row, Column: column), message));
        var table = CsvTable.Read(csv, map.Delimiter, (row, message) => Report(row, null, message));
        if (table.Headings.Count == 0) return new RegisterReading(null, problems);

        CheckHeadings(table.Headings, map, message => Report(1, null, message));
        var conversion = CsvConversion.Of(table, map, csvName, mappingName, Report);
        var reading = RegisterFile.Read(conversion.Register, csvName, []);
        AddNew(reading.Problems.Select(problem => problem with { Place = conversion.PlaceOf(problem.Place) }), problems);
        return new RegisterReading(problems.Count == 0 ? conversion.Placed(reading.Document!) : null, problems);
    }

    // A cell that could not be converted is not held against the schema as well.
    private static void AddNew(IEnumerable<ImportProblem> found, List<ImportProblem> problems)
    {
        var cells = problems.Where(problem => problem.Place.Column is not null).Select(problem => problem.Place).ToHashSet();
        problems.AddRange(found.Where(problem => !cells.Contains(problem.Place)).Distinct());
    }

    private static void CheckHeadings(IReadOnlyList<string> headings, CsvMapping map, Action<string> report)
    {
        var unknown = headings.Except(map.Columns.Keys.Concat(map.Ignore), StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0)
        {
            report($"These columns are not in the mapping: {string.Join(", ", unknown.Select(heading => $"'{heading}'"))}. Map them under columns, or list them under ignore.");
        }

        foreach (var missing in map.Columns.Keys.Except(headings, StringComparer.OrdinalIgnoreCase))
        {
            report($"There is no column '{missing}', which the mapping names.{Nearest.Hint(missing, unknown)} Correct the heading or the mapping.");
        }

        foreach (var twice in headings.GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            report($"The heading '{twice.Key}' stands on {twice.Count()} columns. Give each its own.");
        }
    }
}
