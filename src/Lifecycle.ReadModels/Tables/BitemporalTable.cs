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
/// <param name="shape">See <see cref="IReadModel.Shape"/>.</param>
/// <param name="cut">The facts of a stream as known, cut into days; the model itself.</param>
/// <param name="facts">The table's own columns, after those that all such tables begin with.</param>
/// <param name="more">Columns of more than the facts.</param>
/// <param name="hasSpan">Whether the table has a column for the <see cref="Span"/> of its rows, by which they are found.</param>
internal sealed class BitemporalTable<TFacts>(
    string name, int shape, Cut<TFacts> cut, IReadOnlyList<Column<TFacts>> facts, bool hasSpan = false,
    IReadOnlyList<Column<KnownRow<TFacts>>>? more = null) : IReadModel
{
    private readonly TableWriter<KnownRow<TFacts>> _writer = new(name,
    [
        Column.Text("tenant_id", (KnownRow<TFacts> row) => row.Tenant),
        Column.Uuid("stream_id", (KnownRow<TFacts> row) => row.Stream),
        Column.Day("valid_from", (KnownRow<TFacts> row) => row.Segment.ValidFrom),
        Column.Day("valid_to", (KnownRow<TFacts> row) => row.Segment.ValidTo),
        Column.Moment("known_from", (KnownRow<TFacts> row) => row.KnownFrom),
        Column.Moment("known_to", (KnownRow<TFacts> row) => row.KnownTo),
        .. (hasSpan ? new[] { Column.Small("span", (KnownRow<TFacts> row) => Span.Of(row.Segment.ValidFrom, row.Segment.ValidTo, row.KnownFrom, row.KnownTo)) } : []),
        .. facts.Select(column => column.Within((KnownRow<TFacts> row) => row.Segment.Facts)),
        .. more ?? [],
    ]);

    private readonly GivenRows<KnownRow<TFacts>> _close = new(
        [
            Column.Uuid("stream_id", (KnownRow<TFacts> row) => row.Stream),
            Column.Day("valid_from", (KnownRow<TFacts> row) => row.Segment.ValidFrom),
            Column.Moment("known_to", (KnownRow<TFacts> row) => row.KnownTo),
            .. facts.Where(column => column.IsKey).Select(column => column.Within((KnownRow<TFacts> row) => row.Segment.Facts)),
        ],
        given => $"""
            update lifecycle.{name} known set known_to = given.known_to{(hasSpan ? $", span = {Span.OfClosedSql}" : "")}
            from {given}
            where known.stream_id = given.stream_id and known.valid_from = given.valid_from and known.known_to = 'infinity'
            {string.Concat(facts.Where(column => column.IsKey).Select(column => $" and known.{column.Name} = given.{column.Name}"))}
            """);

    public string Name => name;

    public int Shape => shape;

    public void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes)
    {
        var (made, ended) = Difference(streams);
        _close.Add(ended, writes);
        _writer.Insert(made, writes);
    }

    public string Columns => _writer.Columns;

    public void Copy(StreamSteps stream, CopyBuffer into) => _writer.Copy(Difference([stream]).Made, into);

    /// <summary>Rows to add, of which a stream with several moments may have ended some again, and stored rows that end.</summary>
    private (List<KnownRow<TFacts>> Made, List<KnownRow<TFacts>> Ended) Difference(IReadOnlyList<StreamSteps> streams)
    {
        var (made, ended) = (new List<KnownRow<TFacts>>(), new List<KnownRow<TFacts>>());
        foreach (var stream in streams)
        {
            var first = made.Count;
            foreach (var moment in stream.Moments)
            {
                var change = cut(moment.Before, moment.After);
                foreach (var segment in change.Ended)
                {
                    // What ends is mostly what was made last.
                    var at = made.FindLastIndex(made.Count - 1, made.Count - first, row => row.KnownTo == DateTimeOffset.MaxValue && row.Segment == segment);
                    if (at >= 0) made[at] = made[at] with { KnownTo = moment.At };
                    else ended.Add(new(stream.Tenant, stream.Stream, segment, default, moment.At));
                }

                made.AddRange(change.Made.Select(segment => new KnownRow<TFacts>(stream.Tenant, stream.Stream, segment, moment.At, DateTimeOffset.MaxValue)));
            }
        }

        return (made, ended);
    }
}
