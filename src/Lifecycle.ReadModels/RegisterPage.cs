using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>A page of the register, and what else could be chosen from there.</summary>
public sealed record RegisterPage(Page<RegisterRow> Rows, RegisterFacets Facets)
{
    private const string ChosenKeys =
        "select stream_id, reference, key from found where in_facts and in_bodies and in_publication and in_owner and in_board";

    private const string KeysOfAll = "select r.stream_id, r.reference, {key} as key from lifecycle.recommendation_status r where {where_all}";
    private static readonly string Sql = SqlText.Of("register_page").Replace("{holds}", AsOf.Holds("d"), StringComparison.Ordinal);

    // Owners and boards mean something within a body, so they are counted for those who see few; the nation's would cost a visit to every record.
    private static readonly (string Place, string Sql)[] Named =
    [
        ("owner", "r.owner"), ("board", "r.board"), ("words", ", owner, board"), ("sets", ", (owner), (board)"),
        ("choices", "when grouping(owner) = 0 then 'owner' when grouping(board) = 0 then 'board'"),
        ("counts", "when grouping(owner) = 0 then count(*) filter (where in_facts and in_bodies and in_publication and in_board) "
            + "when grouping(board) = 0 then count(*) filter (where in_facts and in_bodies and in_publication and in_owner)"),
    ];

    private static readonly (string Place, string Sql)[] Unnamed =
        [("owner", "null"), ("board", "null"), ("words", ""), ("sets", ""), ("choices", ""), ("counts", "")];

    /// <param name="scope">What the caller may see: also nothing else is counted.</param>
    public static Task<RegisterPage> ReadAsync(
        Database database, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation)
    {
        Dictionary<string, Conditions> conditions = new()
        {
            ["where"] = filter.Others().And(Register.Within(scope)),
            ["in_facts"] = filter.InFacts(),
            ["in_bodies"] = filter.InBodies(),
            ["in_publication"] = filter.InPublication(),
            ["in_owner"] = filter.InOwner(),
            ["in_board"] = filter.InBoard(),
        };
        var sql = conditions.Aggregate(
            SqlFor(scope, filter, asOf, sort),
            (text, one) => text.Replace($"{{{one.Key}}}", one.Value.ToString(), StringComparison.Ordinal));
        return database.ReadAsync(
            scope, sql,
            p =>
            {
                asOf.AddTo(p);
                paging.AddTo(p);
                foreach (var one in conditions.Values) one.AddTo(p);
                p.AddWithValue("chosen", ((string?[])[filter.Publication, filter.Owner, filter.Board]).OfType<string>().ToArray());
            },
            (reader, ct) => ReadAsync(reader, filter, ct), cancellation);
    }

    private static string SqlFor(ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort)
    {
        var few = RegisterRows.SeesFew(scope);
        var page = Register.Browses(scope, filter, asOf, sort) ? KeysOfAll : ChosenKeys;
        return (few ? Named : Unnamed).Aggregate(
                RegisterOrder.By(sort).In(Sql.Replace("{page}", page, StringComparison.Ordinal)),
                (sql, part) => sql.Replace($"{{{part.Place}}}", part.Sql, StringComparison.Ordinal))
            .Replace("{materialized}", few ? "materialized" : "not materialized", StringComparison.Ordinal)
            .Replace("{rows}", RegisterRows.Of(scope, asOf, filter, sort), StringComparison.Ordinal)
            .Replace("{one}", Register.Rows(asOf), StringComparison.Ordinal)
            .Replace("{where_all}", filter.Where().ToString(), StringComparison.Ordinal);
    }

    private static async Task<RegisterPage> ReadAsync(NpgsqlDataReader reader, RegisterFilter filter, CancellationToken ct)
    {
        var (rows, counts) = (new List<RegisterRow>(), new RegisterCounts(filter));
        while (await reader.ReadAsync(ct))
        {
            counts.Add(reader);
            if (!reader.IsDBNull(6)) rows.Add(RegisterRow.Read(reader, 6));
        }

        return new(new(rows, counts.Total), RegisterFacets.Of(counts));
    }
}
