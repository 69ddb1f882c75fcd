using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Lists of records and single records, now or at any point of both times.</summary>
public static class Register
{
    private static readonly string SearchSql = SqlText.Of("register_search");
    private static readonly string FindSql = SqlText.Of("register_find");

    /// <param name="scope">What the caller may see.</param>
    /// <param name="asOf">Now is answered from the smaller table.</param>
    public static Task<Page<RegisterRow>> SearchAsync(
        Database database, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging, CancellationToken cancellation)
    {
        var where = filter.Where().And("r.tenant_id = any(@scope)", "scope", scope.Bodies?.ToArray());
        if (!asOf.IsNow) where.And(AsOf.Holds("r"));
        var sql = SearchSql
            .Replace("{rows}", asOf.IsNow ? "lifecycle.recommendation_status" : "lifecycle.recommendation_interval", StringComparison.Ordinal)
            .Replace("{where}", where.ToString(), StringComparison.Ordinal)
            .Replace("{order}", RegisterOrder.By(sort), StringComparison.Ordinal);
        return database.ReadAsync(
            scope, sql,
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
        database.ReadAsync(
            scope, FindSql,
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("reference", reference);
            },
            (reader, ct) => reader.FirstAsync(row => RegisterRow.Read(row, 0), ct), cancellation);
}
