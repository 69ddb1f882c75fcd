using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>A read model of now: one row for a stream, written when it changes.</summary>
/// <param name="name">The table.</param>
/// <param name="row">The row of a stream as known; null when it has none.</param>
/// <param name="columns">The first is the stream's id, the table's key.</param>
internal sealed class LatestTable<TRow>(string name, Func<Guid, StreamHistory, TRow?> row, IReadOnlyList<Column<TRow>> columns) : IReadModel
    where TRow : class
{
    private readonly TableWriter<TRow> _writer = new(name, columns);

    private readonly string _change = $"""
        update lifecycle.{name} known
        set {string.Join(", ", columns.Skip(1).Select(column => $"{column.Name} = given.{column.Name}{column.Cast}"))}
        from unnest({TableWriter<TRow>.Parameters(columns.Count)}) as given ({string.Join(", ", columns.Select(column => column.Name))})
        where known.{columns[0].Name} = given.{columns[0].Name}
        """;

    public string Name => name;

    public void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes)
    {
        var (made, changed) = (new List<TRow>(), new List<TRow>());
        foreach (var stream in streams)
        {
            if (row(stream.Stream, stream.After) is not { } now) continue;
            var was = row(stream.Stream, stream.Before);
            if (was is null) made.Add(now);
            else if (!was.Equals(now)) changed.Add(now);
        }

        _writer.Insert(made, writes);
        if (changed.Count > 0) writes.BatchCommands.Add(TableWriter<TRow>.Command(_change, columns, changed));
    }

    public string Columns => _writer.Columns;

    public void Copy(StreamSteps stream, CopyBuffer into)
    {
        if (row(stream.Stream, stream.After) is { } now) _writer.Copy([now], into);
    }
}
