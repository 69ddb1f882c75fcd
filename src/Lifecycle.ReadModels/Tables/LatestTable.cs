using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>A read model of now: one row for a stream, written when it changes.</summary>
/// <param name="name">The table.</param>
/// <param name="shape">See <see cref="IReadModel.Shape"/>.</param>
/// <param name="row">The row of a stream as known; null when it has none.</param>
/// <param name="columns">After the key, which is the stream's id.</param>
internal sealed class LatestTable<TRow>(string name, int shape, Func<StreamHistory, TRow?> row, IReadOnlyList<Column<TRow>> columns) : IReadModel
    where TRow : class
{
    private readonly TableWriter<KeyedRow> _writer = new(name, Keyed(columns));

    private readonly GivenRows<KeyedRow> _change = Change(name, columns);

    // A change of what is settled is rare, and every column of a statement costs, whether or not its value is another.
    private readonly GivenRows<KeyedRow> _move = Change(name, [.. columns.Where(column => !column.IsSettled)]);

    private readonly record struct KeyedRow(Guid Stream, TRow Row);

    public string Name => name;

    public int Shape => shape;

    public void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes)
    {
        var (made, changed, moved) = (new List<KeyedRow>(), new List<KeyedRow>(), new List<KeyedRow>());
        foreach (var stream in streams)
        {
            if (row(stream.After) is not { } now) continue;
            var was = row(stream.Before);
            if (was is null) made.Add(new(stream.Stream, now));
            else if (!was.Equals(now)) (columns.All(column => !column.IsSettled || column.Same(was, now)) ? moved : changed).Add(new(stream.Stream, now));
        }

        _writer.Insert(made, writes);
        _change.Add(changed, writes);
        _move.Add(moved, writes);
    }

    public string Columns => _writer.Columns;

    public void Copy(StreamSteps stream, CopyBuffer into)
    {
        if (row(stream.After) is { } now) _writer.Copy([new(stream.Stream, now)], into);
    }

    private static GivenRows<KeyedRow> Change(string name, IReadOnlyList<Column<TRow>> columns) => new(Keyed(columns), given => $"""
        update lifecycle.{name} known
        set {string.Join(", ", columns.Select(column => $"{column.Name} = given.{column.Name}{column.Cast}"))}
        from {given}
        where known.stream_id = given.stream_id
        """);

    private static IReadOnlyList<Column<KeyedRow>> Keyed(IReadOnlyList<Column<TRow>> columns) =>
        [Column.Uuid("stream_id", (KeyedRow keyed) => keyed.Stream), .. columns.Select(column => column.Within((KeyedRow keyed) => keyed.Row))];
}
