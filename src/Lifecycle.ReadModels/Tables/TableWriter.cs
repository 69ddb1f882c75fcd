using Npgsql;

namespace Lifecycle.ReadModels.Tables;

// The statements are made from the list of columns, not kept in .sql files: every read model needs the same four, and a
// list of names written once cannot drift apart from the values.
/// <summary>Adds rows to a table: in the append's own transaction, or in bulk.</summary>
internal sealed class TableWriter<TRow>(string table, IReadOnlyList<Column<TRow>> columns)
{
    private readonly GivenRows<TRow> _insert = new(columns, given => $"""
        insert into lifecycle.{table} ({string.Join(", ", columns.Select(column => column.Name))})
        select {string.Join(", ", columns.Select(column => $"given.{column.Name}{column.Cast}"))}
        from {given}
        """);

    /// <summary>The columns, in the order in which they are copied.</summary>
    public string Columns { get; } = string.Join(", ", columns.Select(column => column.Name));

    public void Insert(IReadOnlyList<TRow> rows, NpgsqlBatch writes) => _insert.Add(rows, writes);

    public void Copy(IReadOnlyList<TRow> rows, CopyBuffer into)
    {
        foreach (var row in rows)
        {
            into.StartRow(columns.Count);
            foreach (var column in columns) column.Copy(row, into);
        }
    }
}
