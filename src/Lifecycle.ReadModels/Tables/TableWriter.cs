using Npgsql;

namespace Lifecycle.ReadModels.Tables;

// The statements are made from the list of columns, not kept in .sql files: every read model needs the same four, and a
// list of names written once cannot drift apart from the values. They are built once, so that the server prepares them once.
/// <summary>Writes many rows in one statement each: an array for every column, unnested on the server; or in bulk.</summary>
internal sealed class TableWriter<TRow>(string table, IReadOnlyList<Column<TRow>> columns)
{
    /// <summary>The columns, in the order in which they are copied.</summary>
    public string Columns { get; } = string.Join(", ", columns.Select(column => column.Name));

    private readonly string _insert = $"""
        insert into lifecycle.{table} ({string.Join(", ", columns.Select(column => column.Name))})
        select {string.Join(", ", columns.Select(column => $"given.{column.Name}{column.Cast}"))}
        from unnest({Parameters(columns.Count)}) as given ({string.Join(", ", columns.Select(column => column.Name))})
        """;

    public void Insert(IReadOnlyList<TRow> rows, NpgsqlBatch writes)
    {
        if (rows.Count > 0) writes.BatchCommands.Add(Command(_insert, columns, rows));
    }

    public void Copy(IReadOnlyList<TRow> rows, CopyBuffer into)
    {
        foreach (var row in rows)
        {
            into.StartRow(columns.Count);
            foreach (var column in columns) column.Copy(row, into);
        }
    }

    /// <summary>A statement that takes one array for each column.</summary>
    public static NpgsqlBatchCommand Command<T>(string sql, IEnumerable<Column<T>> columns, IReadOnlyList<T> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns) command.Parameters.Add(column.Values(rows));
        return command;
    }

    public static string Parameters(int count) => string.Join(", ", Enumerable.Range(1, count).Select(n => $"${n}"));
}
