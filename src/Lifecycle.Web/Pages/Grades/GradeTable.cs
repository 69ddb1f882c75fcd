using Lifecycle.Domain.Publications;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Pages.Grades;

/// <summary>
/// Grades of one scale in rows and columns. Scales never share a table, and neither do things that nothing was judged in
/// together.
/// </summary>
/// <param name="Id">Tells the tables of a page apart.</param>
/// <param name="Name">What the table holds, for its caption.</param>
/// <param name="RowHeading">What the rows are.</param>
/// <param name="Notes">What is said of single grades, each once.</param>
public sealed record GradeTable(
    string Id, string Name, JudgmentScale Scale, string RowHeading, IReadOnlyList<string> Columns, IReadOnlyList<GradeRow> Rows,
    IReadOnlyList<string> Notes)
{
    /// <summary>Bodies in rows, areas in columns.</summary>
    public static IReadOnlyList<GradeTable> ByBody(IReadOnlyList<GradeCell> cells, string name, Func<string, string> nameOf) =>
        Made(Together(cells, cell => cell.Body, cell => cell.Area), name, "Body", cell => nameOf(cell.Body), cell => cell.Area);

    /// <summary>Areas in rows, assessments in columns, the latest first.</summary>
    public static IReadOnlyList<GradeTable> ByArea(IReadOnlyList<GradeCell> cells, string name) =>
        Made(
            Together([.. cells.OrderByDescending(cell => cell.Cycle, StringComparer.Ordinal)], cell => cell.Area, cell => cell.Cycle),
            name, "Area", cell => cell.Area, cell => cell.Cycle);

    /// <summary>The number of a note within the table.</summary>
    public int NumberOf(string note) => Notes.Select((one, index) => one == note ? index + 1 : 0).Max();

    private static IReadOnlyList<GradeTable> Made(
        IReadOnlyList<IReadOnlyList<GradeCell>> groups, string name, string heading, Func<GradeCell, string> row, Func<GradeCell, string> column) =>
    [
        .. groups.Select((cells, index) =>
        {
            IReadOnlyList<string> columns = [.. cells.Select(column).Distinct()];
            return new GradeTable(
                $"grades-{index + 1}", groups.Count == 1 ? name : $"{name} ({index + 1} of {groups.Count})", cells[0].Scale, heading, columns,
                [.. cells.GroupBy(row).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => GradeRow.Of(group, columns, column))],
                [.. cells.Select(cell => cell.Note).OfType<string>().Distinct()]);
        }),
    ];

    // Rows that share a column, directly or through others, belong to one table.
    private static IReadOnlyList<IReadOnlyList<GradeCell>> Together(
        IReadOnlyList<GradeCell> cells, Func<GradeCell, string> row, Func<GradeCell, string> column)
    {
        var groups = new List<(JudgmentScale Scale, List<GradeCell> Cells, HashSet<string> Columns)>();
        foreach (var line in cells.GroupBy(cell => (cell.Scale, Row: row(cell))))
        {
            var columns = line.Select(column).ToHashSet();
            var touched = groups.Where(group => group.Scale == line.Key.Scale && group.Columns.Overlaps(columns)).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add((line.Key.Scale, [.. touched.SelectMany(group => group.Cells), .. line], [.. touched.SelectMany(group => group.Columns), .. columns]));
        }

        return [.. groups.OrderByDescending(group => group.Scale).ThenByDescending(group => group.Cells.Count).Select(group => group.Cells)];
    }
}

/// <summary>One line of a grade table.</summary>
/// <param name="Cells">For each column what was judged there: nothing, one judgment, or those of several publications.</param>
public sealed record GradeRow(string Name, IReadOnlyList<IReadOnlyList<GradeCell>> Cells)
{
    internal static GradeRow Of(IGrouping<string, GradeCell> line, IReadOnlyList<string> columns, Func<GradeCell, string> column) =>
        new(line.Key, [.. columns.Select(IReadOnlyList<GradeCell> (one) => [.. line.Where(cell => column(cell) == one)])]);
}
