using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>
/// Of a <see cref="BitemporalTable{TFacts}"/>, the one row of each stream that holds from some day on, as known now. Written over, and
/// side by side with the others, so that they are read in one pass.
/// </summary>
/// <param name="name">The table.</param>
/// <param name="shape">See <see cref="IReadModel.Shape"/>.</param>
/// <param name="cut">The facts of a stream as known, cut into days: at most one at a time.</param>
/// <param name="facts">The columns after those that all such tables begin with.</param>
internal sealed class StandingTable<TFacts>(string name, int shape, Cut<TFacts> cut, IReadOnlyList<Column<KnownRow<TFacts>>> facts) : IReadModel
{
    private static readonly Column<KnownRow<TFacts>> Stream = Column.Uuid("stream_id", (KnownRow<TFacts> row) => row.Stream);
    private static readonly Column<KnownRow<TFacts>> Tenant = Column.Text("tenant_id", (KnownRow<TFacts> row) => row.Tenant);

    private static readonly Column<KnownRow<TFacts>>[] Since =
    [
        Column.Day("valid_from", (KnownRow<TFacts> row) => row.Segment.ValidFrom),
        Column.Moment("known_from", (KnownRow<TFacts> row) => row.KnownFrom),
    ];

    private readonly TableWriter<KnownRow<TFacts>> _writer = new(name, [Stream, Tenant, .. Since, .. facts]);

    private readonly GivenRows<KnownRow<TFacts>> _change = new([Stream, .. Since, .. facts], given => $"""
        update lifecycle.{name} known
        set {string.Join(", ", Since.Concat(facts).Select(column => $"{column.Name} = given.{column.Name}"))}
        from {given}
        where known.stream_id = given.stream_id
        """);

    public string Name => name;

    public int Shape => shape;

    public void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes)
    {
        var (made, changed) = (new List<KnownRow<TFacts>>(), new List<KnownRow<TFacts>>());
        foreach (var stream in streams)
        {
            // What a stream begins with stands until something else does.
            if (Standing(stream) is { } now) (stream.Before.Version == 0 ? made : changed).Add(now);
        }

        _writer.Insert(made, writes);
        _change.Add(changed, writes);
    }

    public string Columns => _writer.Columns;

    public void Copy(StreamSteps stream, CopyBuffer into)
    {
        if (Standing(stream) is { } now) _writer.Copy([now], into);
    }

    // Null when it is as it was.
    private KnownRow<TFacts>? Standing(StreamSteps stream)
    {
        KnownRow<TFacts>? standing = null;
        foreach (var moment in stream.Moments)
        {
            foreach (var segment in cut(moment.Before, moment.After).Made)
            {
                if (segment.ValidTo == DateOnly.MaxValue) standing = new(stream.Tenant, stream.Stream, segment, moment.At, DateTimeOffset.MaxValue);
            }
        }

        return standing;
    }
}
