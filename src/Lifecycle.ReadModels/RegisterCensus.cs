using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>
/// Lists of the register for those who see many bodies: the database says which records there are and how each stands, in one pass over
/// an index, and the program counts them and puts them in order. All of a page is of one moment, that of the first query.
/// </summary>
internal static class RegisterCensus
{
    private const int MostPublications = 15;

    // What a filter and an order by title ask of a row.
    private static readonly string[] Listed =
        ["stream_id", "tenant_id", "reference", "publication", "title", "owner", "board", "parent", "facts", "is_open", "due_on", "missed_reason"];

    private static readonly string KeysSql = SqlText.Of("register_keys");
    private static readonly string RowsSql = SqlText.Of("register_rows");
    private static readonly string TitlesSql = SqlText.Of("register_titles").Replace("{holds}", AsOf.Holds("d"), StringComparison.Ordinal);

    /// <summary>A page with what else could be chosen from there.</summary>
    public static Task<RegisterPage> ReadAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging,
        CancellationToken cancellation) => CensusCount.CountAsync(
        database, names, scope, filter, asOf,
        async (look, counted) =>
        {
            var rows = await PageAsync(look, counted, scope, filter, asOf, sort, paging, cancellation);
            var titles = await TitlesAsync(look, counted.Tally.Publications(MostPublications), asOf, cancellation);
            return new RegisterPage(rows, RegisterFacets.Of(counted.Tally.Counts, counted.Tally.Bodies, titles));
        },
        cancellation);

    /// <summary>A page and nothing else.</summary>
    public static Task<Page<RegisterRow>> SearchAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging,
        CancellationToken cancellation) => CensusCount.CountAsync(
        database, names, scope, filter, asOf,
        (look, counted) => PageAsync(look, counted, scope, filter, asOf, sort, paging, cancellation), cancellation);

    /// <summary>The streams of the whole list.</summary>
    public static Task<List<Guid>> AllAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, CancellationToken cancellation) =>
        CensusCount.CountAsync(
            database, names, scope, filter, asOf,
            (look, counted) => StreamsAsync(look, counted, scope, filter, asOf, sort, null, cancellation), cancellation);

    /// <summary>The records of streams, in the order given.</summary>
    public static Task<List<RegisterRow>> RowsAsync(Look look, IReadOnlyList<Guid> streams, AsOf asOf, CancellationToken cancellation) => look.AskAsync(
        RowsSql.Replace("{one}", Register.Rows(asOf), StringComparison.Ordinal),
        p =>
        {
            asOf.AddTo(p);
            p.AddWithValue("streams", streams.ToArray());
        },
        (reader, ct) => reader.AllAsync(row => RegisterRow.Read(row, 0), ct), cancellation);

    private static async Task<Page<RegisterRow>> PageAsync(
        Look look, CountedRecords counted, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging,
        CancellationToken cancellation)
    {
        var streams = await StreamsAsync(look, counted, scope, filter, asOf, sort, paging, cancellation);
        return new(await RowsAsync(look, streams, asOf, cancellation), counted.Tally.Counts.Total);
    }

    /// <param name="paging">Null for all of them.</param>
    private static async Task<List<Guid>> StreamsAsync(
        Look look, CountedRecords counted, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging? paging,
        CancellationToken cancellation)
    {
        paging?.Check();
        if (sort != RegisterSort.Title) return counted.Tally.Streams(counted.Census, sort, paging);
        // An order by words.
        var where = filter.Where().And(Register.Within(scope));
        var rows = Register.Browses(scope, filter, asOf, sort) ? Register.Rows(asOf) : RegisterRows.OfAll(asOf, Listed);
        return await look.AskAsync(
            RegisterOrder.By(sort).In(KeysSql)
                .Replace("{rows}", rows, StringComparison.Ordinal)
                .Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                p.Add(new NpgsqlParameter<long?>("limit", paging?.Size));
                p.AddWithValue("offset", paging?.Offset ?? 0);
            },
            (reader, ct) => reader.AllAsync(row => row.GetGuid(0), ct), cancellation);
    }

    private static async Task<NamedChoices> TitlesAsync(Look look, NamedChoices publications, AsOf asOf, CancellationToken cancellation)
    {
        var titles = await look.AskAsync(
            TitlesSql,
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("publications", publications.Choices.Select(one => one.Value).ToArray());
            },
            (reader, ct) => reader.AllAsync(row => (Publication: row.GetString(0), Title: row.GetString(1)), ct), cancellation);
        var known = titles.ToLookup(one => one.Publication, one => one.Title);
        return publications with { Choices = [.. publications.Choices.Select(one => one with { Title = known[one.Value].FirstOrDefault() })] };
    }
}
