using Lifecycle.Domain;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Board;

/// <summary>One count, and where its records are listed.</summary>
internal sealed record CrossCell(long Count, string? Address);

/// <summary>The counts of one kind; none where the register holds no record of it, which is unknown and not nought.</summary>
internal sealed record CrossRow(string Name, IReadOnlyList<CrossCell>? Cells)
{
    public long Total => Cells?.Sum(cell => cell.Count) ?? 0;
}

/// <summary>Counts of open records by kind and one thing more.</summary>
internal sealed record CrossTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<CrossRow> Rows)
{
    /// <summary>What the known rows come to.</summary>
    public IReadOnlyList<long> Sums => [.. Columns.Select((_, at) => Rows.Sum(row => row.Cells?[at].Count ?? 0))];

    /// <param name="kinds">The rows, with whether the register holds records of the kind.</param>
    public static CrossTable Of<T>(
        string caption, IReadOnlyList<(RecordKind Kind, bool Held)> kinds, IReadOnlyList<T> columns, Func<T, string> name,
        Func<RecordKind, T, long> count, Func<RecordKind, T, string>? address = null)
    {
        return new(caption, [.. columns.Select(name)], [.. kinds.Select(kind => new CrossRow(Wording.Plural(kind.Kind), kind.Held ? Cells(kind.Kind) : null))]);

        IReadOnlyList<CrossCell> Cells(RecordKind kind) =>
            [.. columns.Select(column => new CrossCell(count(kind, column), address?.Invoke(kind, column)))];
    }
}
