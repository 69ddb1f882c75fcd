using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>A read model of now: one row for a stream, replaced by each append.</summary>
/// <param name="name">The table.</param>
/// <param name="row">The stream's row; null when it has none.</param>
/// <param name="columns">The first is the stream's id, the table's key.</param>
internal sealed class LatestTable<TRow>(string name, Func<StreamSteps, TRow?> row, IReadOnlyList<Column<TRow>> columns) : IReadModel
    where TRow : class
{
    private readonly TableWriter<TRow> _writer = new(
        name, columns,
        $" on conflict ({columns[0].Name}) do update set "
        + string.Join(", ", columns.Skip(1).Select(column => $"{column.Name} = excluded.{column.Name}")));

    public string Name => name;

    public void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes) => _writer.Insert(Rows(streams), writes);

    public Task CopyAsync(NpgsqlConnection connection, string schema, IReadOnlyList<StreamSteps> streams, CancellationToken ct) =>
        _writer.CopyAsync(connection, schema, Rows(streams), ct);

    private List<TRow> Rows(IReadOnlyList<StreamSteps> streams) => [.. streams.Select(row).OfType<TRow>()];
}
