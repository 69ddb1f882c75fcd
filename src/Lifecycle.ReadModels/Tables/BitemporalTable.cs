using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>Facts with both times: the days on which they held, and the moments between which we knew it so.</summary>
internal sealed record KnownRow<TFacts>(
    string Tenant, Guid Stream, Segment<TFacts> Segment, DateTimeOffset KnownFrom, DateTimeOffset KnownTo);

/// <summary>
/// A read model on both time axes. New knowledge never overwrites: it closes the rows that it contradicts and adds its own.
/// Written only when facts change.
/// </summary>
/// <param name="name">The table.</param>
/// <param name="segments">The facts of a stream as known, cut into days; the model itself.</param>
/// <param name="facts">The table's own columns, after those that all such tables begin with.</param>
internal sealed class BitemporalTable<TFacts>(
    string name, Func<StreamLines, IReadOnlyList<Segment<TFacts>>> segments, IReadOnlyList<Column<TFacts>> facts) : IReadModel
{
    private readonly TableWriter<KnownRow<TFacts>> _writer = new(name,
    [
        Column.Text("tenant_id", (KnownRow<TFacts> row) => row.Tenant),
        Column.Uuid("stream_id", (KnownRow<TFacts> row) => row.Stream),
        Column.Day("valid_from", (KnownRow<TFacts> row) => row.Segment.ValidFrom),
        Column.Day("valid_to", (KnownRow<TFacts> row) => row.Segment.ValidTo),
        Column.Moment("known_from", (KnownRow<TFacts> row) => row.KnownFrom),
        Column.Moment("known_to", (KnownRow<TFacts> row) => row.KnownTo),
        .. facts.Select(column => column.Within((KnownRow<TFacts> row) => row.Segment.Facts)),
    ]);

    private readonly IReadOnlyList<Column<KnownRow<TFacts>>> _closing =
    [
        Column.Uuid("stream_id", (KnownRow<TFacts> row) => row.Stream),
        Column.Day("valid_from", (KnownRow<TFacts> row) => row.Segment.ValidFrom),
        Column.Moment("known_to", (KnownRow<TFacts> row) => row.KnownTo),
        .. facts.Where(column => column.IsKey).Select(column => column.Within((KnownRow<TFacts> row) => row.Segment.Facts)),
    ];

    private readonly string _close = $"""
        update lifecycle.{name} known set known_to = ended.known_to
        from unnest({TableWriter<TFacts>.Parameters(3 + facts.Count(column => column.IsKey))})
          as ended (stream_id, valid_from, known_to{string.Concat(facts.Where(column => column.IsKey).Select(column => $", {column.Name}"))})
        where known.stream_id = ended.stream_id and known.valid_from = ended.valid_from and known.known_to = 'infinity'
        {string.Concat(facts.Where(column => column.IsKey).Select(column => $" and known.{column.Name} = ended.{column.Name}"))}
        """;

    public string Name => name;

    public void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes)
    {
        var difference = new Difference<TFacts>(segments);
        foreach (var stream in streams) difference.Add(stream);
        if (difference.Closed.Count > 0)
            writes.BatchCommands.Add(TableWriter<KnownRow<TFacts>>.Command(_close, _closing, difference.Closed));
        _writer.Insert(difference.Made, writes);
    }

    public Task CopyAsync(NpgsqlConnection connection, string schema, IReadOnlyList<StreamSteps> streams, CancellationToken ct)
    {
        var difference = new Difference<TFacts>(segments);
        foreach (var stream in streams) difference.Add(stream);
        return _writer.CopyAsync(connection, schema, difference.Made, ct);
    }
}
