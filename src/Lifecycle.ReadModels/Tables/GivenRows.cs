using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>
/// A statement about many rows at once: an array for each column, unnested on the server. One row goes as plain values, which
/// the server reads in half the time.
/// </summary>
/// <param name="sql">Makes the statement of where its rows come from.</param>
internal sealed class GivenRows<TRow>(IReadOnlyList<Column<TRow>> columns, Func<string, string> sql)
{
    // Built once, so that the server prepares them once.
    private readonly string _many = sql($"unnest({Parameters(columns)}) as given ({Names(columns)})");
    private readonly string _one = sql($"(values ({Parameters(columns)})) as given ({Names(columns)})");

    public void Add(IReadOnlyList<TRow> rows, NpgsqlBatch writes)
    {
        if (rows.Count == 0) return;
        var command = new NpgsqlBatchCommand(rows.Count == 1 ? _one : _many);
        foreach (var column in columns) command.Parameters.Add(rows.Count == 1 ? column.Value(rows[0]) : column.Values(rows));
        writes.BatchCommands.Add(command);
    }

    private static string Parameters(IReadOnlyList<Column<TRow>> columns) => string.Join(", ", Enumerable.Range(1, columns.Count).Select(n => $"${n}"));

    private static string Names(IReadOnlyList<Column<TRow>> columns) => string.Join(", ", columns.Select(column => column.Name));
}
