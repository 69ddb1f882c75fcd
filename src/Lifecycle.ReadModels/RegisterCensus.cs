using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>
/// A page of the register for those who see many bodies: the database says which records there are and how each stands, in one pass over
/// an index, and the program counts them and finds the page. All of it is of one moment, that of the first query.
/// </summary>
internal static class RegisterCensus
{
    private const int MostPublications = 15;
    private static readonly string CensusSql = SqlText.Of("register_census");
    private static readonly string KeysSql = SqlText.Of("register_keys");
    private static readonly string RowsSql = SqlText.Of("register_rows");
    private static readonly string TitlesSql = SqlText.Of("register_titles").Replace("{holds}", AsOf.Holds("d"), StringComparison.Ordinal);

    public static Task<RegisterPage> ReadAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging,
        CancellationToken cancellation) => database.LookAsync(
        scope,
        async look =>
        {
            using var records = await RecordsAsync(look, scope, filter, asOf, sort, cancellation);
            using var tally = RegisterTally.Of(records, await names.OfAsync(look, records, cancellation), filter);
            var streams = sort == RegisterSort.Title
                ? await KeysAsync(look, scope, filter, asOf, sort, paging, cancellation)
                : tally.Page(records, paging);
            var rows = await RowsAsync(look, streams, asOf, cancellation);
            var counts = tally.Counts;
            var titles = await TitlesAsync(look, tally.Publications(MostPublications), asOf, cancellation);
            return new RegisterPage(new(rows, counts.Total), RegisterFacets.Of(counts, tally.Bodies, titles));
        },
        cancellation);

    private static Task<RecordFacts> RecordsAsync(
        Look look, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, CancellationToken cancellation)
    {
        // The choices that have counts are the program's: each count leaves out its own. Owners and boards have none for the nation.
        var where = filter.Others().And(filter.InOwner()).And(filter.InBoard()).And(Register.Within(scope));
        var sql = CensusSql.Replace("{key}", KeyOf(sort), StringComparison.Ordinal)
            .Replace("{rows}", RegisterRows.OfAll(asOf, filter, RegisterSort.Reference), StringComparison.Ordinal)
            .Replace("{where}", where.ToString(), StringComparison.Ordinal);
        return look.AskAsync(
            sql,
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
            },
            RecordFacts.ReadAsync, cancellation);
    }

    // The orders of RegisterOrder, as numbers that rise.
    private static string KeyOf(RegisterSort sort) => sort switch
    {
        RegisterSort.Due => $"coalesce(r.due_on - date '2000-01-01', {int.MaxValue})",
        RegisterSort.Raised => "date '2000-01-01' - r.raised_on",
        RegisterSort.Level => "-coalesce(r.level, 0)",
        RegisterSort.StatusSince => "r.status_since - date '2000-01-01'",
        _ => "0",
    };

    // An order by words.
    private static Task<List<Guid>> KeysAsync(
        Look look, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation)
    {
        var where = filter.Where().And(Register.Within(scope));
        var rows = Register.Browses(scope, filter, asOf, sort) ? Register.Rows(asOf) : RegisterRows.Of(scope, asOf, filter, sort);
        return look.AskAsync(
            RegisterOrder.By(sort).In(KeysSql)
                .Replace("{rows}", rows, StringComparison.Ordinal)
                .Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                paging.AddTo(p);
            },
            (reader, ct) => reader.AllAsync(row => row.GetGuid(0), ct), cancellation);
    }

    private static Task<List<RegisterRow>> RowsAsync(Look look, List<Guid> streams, AsOf asOf, CancellationToken cancellation) => look.AskAsync(
        RowsSql.Replace("{one}", Register.Rows(asOf), StringComparison.Ordinal),
        p =>
        {
            asOf.AddTo(p);
            p.AddWithValue("streams", streams.ToArray());
        },
        (reader, ct) => reader.AllAsync(row => RegisterRow.Read(row, 0), ct), cancellation);

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
