using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Lists of records and single records, now or at any point of both times.</summary>
public static class Register
{
    private static readonly string SearchSql = SqlText.Of("register_search");
    private static readonly string BrowseSql = SqlText.Of("register_browse");
    private static readonly string FindSql = SqlText.Of("register_find");
    private static readonly string PastRows = SqlText.Of("register_past").Replace("{holds}", AsOf.Holds("i"), StringComparison.Ordinal);
    private static readonly string KnownRows = SqlText.Of("register_known").Replace("{holds}", AsOf.Holds("i"), StringComparison.Ordinal);

    /// <param name="names">One for all lists of a service.</param>
    /// <param name="scope">What the caller may see.</param>
    public static Task<Page<RegisterRow>> SearchAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging,
        CancellationToken cancellation)
    {
        // Where the body is said to be one, and not among some, the index is known to have them in order.
        if (Browses(scope, filter, asOf, sort))
            return AskAsync(BrowseSql, (filter with { Bodies = null }).Where().And("r.tenant_id = @body", "body", filter.Bodies?.Single()));
        return RegisterRows.AreFew(scope, filter)
            ? AskAsync(SearchSql, filter.Where().And(Within(scope)))
            : RegisterCensus.SearchAsync(database, names, scope, filter, asOf, sort, paging, cancellation);

        Task<Page<RegisterRow>> AskAsync(string query, Conditions where) => database.AskAsync(
            scope,
            RegisterOrder.By(sort).In(query)
                .Replace("{rows}", Rows(asOf), StringComparison.Ordinal)
                .Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                paging.AddTo(p);
            },
            (reader, ct) => reader.PageAsync(row => RegisterRow.Read(row, 1), ct), cancellation);
    }

    /// <summary>One record; null when there is none at that point, or none that the scope may know of.</summary>
    public static Task<RegisterRow?> FindAsync(
        Database database, ReadScope scope, string reference, AsOf asOf, CancellationToken cancellation) =>
        database.AskAsync(
            scope, FindSql.Replace("{rows}", Rows(asOf), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("reference", reference);
            },
            (reader, ct) => reader.FirstAsync(row => RegisterRow.Read(row, 0), ct), cancellation);

    /// <summary>What to select from for the register of a point, found record by record: good for one record, and for those of few bodies.</summary>
    internal static string Rows(AsOf asOf) =>
        asOf.IsNow ? "lifecycle.recommendation_status" : asOf.KnownAt is null ? PastRows : KnownRows;

    /// <summary>Row security hides the others anyway; said here, it lets an index be used.</summary>
    internal static Conditions Within(ReadScope scope) => new Conditions().And("r.tenant_id = any(@scope)", "scope", scope.Bodies?.ToArray());

    /// <summary>An index of the register of now has the whole list in this order: that of all bodies, or of one.</summary>
    internal static bool Browses(ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort) =>
        asOf.IsNow && scope.Bodies is null && (filter with { Bodies = null }).IsBroad && filter.Bodies switch
        {
            null => sort is RegisterSort.Reference or RegisterSort.Title,
            { Count: 1 } => sort == RegisterSort.Reference,
            _ => false,
        };
}
