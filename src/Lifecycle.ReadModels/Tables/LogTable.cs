using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>A read model that only grows: a row for each event.</summary>
internal sealed class LogTable<TRow>(
    string name, int shape, Func<StreamSteps, Step, TRow> row, IReadOnlyList<Column<TRow>> columns) : IReadModel
{
    private readonly TableWriter<TRow> _writer = new(name, columns);

    public string Name => name;

    public int Shape => shape;

    public void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes) => _writer.Insert(Rows(streams), writes);

    public string Columns => _writer.Columns;

    public void Copy(StreamSteps stream, CopyBuffer into) => _writer.Copy(Rows([stream]), into);

    private List<TRow> Rows(IReadOnlyList<StreamSteps> streams) =>
        [.. streams.SelectMany(stream => stream.Steps, row)];
}
