using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>A page of the register, and what else could be chosen from there.</summary>
public sealed record RegisterPage(Page<RegisterRow> Rows, RegisterFacets Facets)
{
    private static readonly string Sql = SqlText.Of("register_page");

    // Owners and boards mean something within a body, so they are counted for those who see few; the nation's would cost a visit to every record.
    private static readonly (string Place, string Sql)[] Named =
    [
        ("owner", "r.owner"), ("board", "r.board"), ("word", "coalesce(owner, board)"), ("sets", ", (owner), (board)"),
        ("choices", "when grouping(owner) = 0 then 'owner' else 'board'"),
        ("counts", "when grouping(owner) = 0 then count(*) filter (where in_facts and in_board) else count(*) filter (where in_facts and in_owner)"),
    ];

    private static readonly (string Place, string Sql)[] Unnamed =
        [("owner", "null"), ("board", "null"), ("word", "null::text"), ("sets", ""), ("choices", ""), ("counts", "")];

    /// <param name="scope">What the caller may see: also nothing else is counted.</param>
    /// <param name="names">One for all pages of a service.</param>
    public static Task<RegisterPage> ReadAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging,
        CancellationToken cancellation) =>
        // What the counts of bodies and publications leave out does not narrow what has to be looked at.
        RegisterRows.AreFew(scope, filter with { Bodies = null, Publication = null })
            ? ReadFewAsync(database, scope, filter, asOf, sort, paging, cancellation)
            : RegisterCensus.ReadAsync(database, names, scope, filter, asOf, sort, paging, cancellation);

    private static async Task<RegisterPage> ReadFewAsync(
        Database database, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation)
    {
        // Beside each other, because both look at every record that the filter leaves. Total and rows are of one moment.
        var named = RegisterChoices.ReadAsync(database, scope, filter, asOf, cancellation);
        var page = ReadRowsAsync(database, scope, filter, asOf, sort, paging, cancellation);
        await Task.WhenAll(named, page);
        var (rows, counts) = await page;
        var beside = await named;
        return new(new(rows, counts.Total), RegisterFacets.Of(counts, beside.Named("body"), beside.Named("publication")));
    }

    private static Task<(List<RegisterRow> Rows, RegisterCounts Counts)> ReadRowsAsync(
        Database database, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation)
    {
        Dictionary<string, Conditions> conditions = new()
        {
            ["where"] = filter.Others().And(filter.InBodies()).And(filter.InPublication()).And(Register.Within(scope)),
            ["in_facts"] = filter.InFacts(),
            ["in_owner"] = filter.InOwner(),
            ["in_board"] = filter.InBoard(),
        };
        var sql = conditions.Aggregate(
            SqlFor(scope, asOf, sort),
            (text, one) => text.Replace($"{{{one.Key}}}", one.Value.ToString(), StringComparison.Ordinal));
        return database.AskAsync(
            scope, sql,
            p =>
            {
                asOf.AddTo(p);
                paging.AddTo(p);
                foreach (var one in conditions.Values) one.AddTo(p);
                p.AddWithValue("chosen", ((string?[])[filter.Owner, filter.Board]).OfType<string>().ToArray());
            },
            (reader, ct) => ReadAsync(reader, filter, ct), cancellation);
    }

    private static string SqlFor(ReadScope scope, AsOf asOf, RegisterSort sort) =>
        (RegisterRows.SeesFew(scope) ? Named : Unnamed).Aggregate(
                RegisterOrder.By(sort).In(Sql),
                (sql, part) => sql.Replace($"{{{part.Place}}}", part.Sql, StringComparison.Ordinal))
            .Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal);

    private static async Task<(List<RegisterRow>, RegisterCounts)> ReadAsync(NpgsqlDataReader reader, RegisterFilter filter, CancellationToken ct)
    {
        var (rows, counts) = (new List<RegisterRow>(), new RegisterCounts(filter));
        while (await reader.ReadAsync(ct))
        {
            counts.Add(reader);
            if (!reader.IsDBNull(6)) rows.Add(RegisterRow.Read(reader, 6));
        }

        return (rows, counts);
    }
}
