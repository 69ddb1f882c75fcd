using System.Runtime.CompilerServices;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Every row of a list of the register, however long, with a few thousand in memory at once.</summary>
public static class RegisterExport
{
    private static readonly string Sql = SqlText.Of("register_export");

    /// <param name="names">One for all lists of a service.</param>
    /// <param name="asOf">With a moment known at, what is written meanwhile changes nothing.</param>
    /// <param name="pageSize">Rows read in one go. No connection is held while they are used.</param>
    public static IAsyncEnumerable<RegisterRow> ReadAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort,
        CancellationToken cancellation, int pageSize = 4_000) =>
        RegisterRows.AreFew(scope, filter)
            ? ReadFewAsync(database, scope, filter, asOf, sort, pageSize, cancellation)
            : ReadManyAsync(database, names, scope, filter, asOf, sort, pageSize, cancellation);

    private static async IAsyncEnumerable<RegisterRow> ReadManyAsync(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, int pageSize,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var streams in (await RegisterCensus.AllAsync(database, names, scope, filter, asOf, sort, cancellation)).Chunk(pageSize))
        {
            var rows = await database.LookAsync(scope, look => RegisterCensus.RowsAsync(look, streams, asOf, cancellation), cancellation);
            foreach (var row in rows) yield return row;
        }
    }

    private static async IAsyncEnumerable<RegisterRow> ReadFewAsync(
        Database database, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, int pageSize,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        RegisterRow? last = null;
        List<RegisterRow> rows;
        do
        {
            rows = await PageAsync(database, scope, filter, asOf, sort, last, pageSize, cancellation);
            foreach (var row in rows) yield return row;
            last = rows.LastOrDefault();
        }
        while (rows.Count == pageSize);
    }

    private static Task<List<RegisterRow>> PageAsync(
        Database database, ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, RegisterRow? last, int pageSize,
        CancellationToken cancellation)
    {
        var order = RegisterOrder.By(sort);
        var where = filter.Where().And(Register.Within(scope)).And(order.After(last));
        var sql = order.In(Sql)
            .Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal)
            .Replace("{where}", where.ToString(), StringComparison.Ordinal);
        return database.AskAsync(
            scope, sql,
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                p.AddWithValue("limit", pageSize);
            },
            (reader, ct) => reader.AllAsync(row => RegisterRow.Read(row, 0), ct), cancellation);
    }
}
