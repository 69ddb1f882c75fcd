using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>The records that belong to one record: those under a cause of concern, and those that it names.</summary>
public static class RecordKin
{
    private static readonly string Sql = SqlText.Of("record_kin");

    /// <param name="parent">Reference whose children are read.</param>
    /// <param name="named">References of others; what does not exist, or is out of scope, is left out.</param>
    /// <param name="limit">How many at most, by reference.</param>
    public static Task<List<RegisterRow>> ReadAsync(
        Database database, ReadScope scope, string parent, IReadOnlyList<string> named, AsOf asOf, int limit, CancellationToken cancellation) =>
        database.AskAsync(
            scope, Sql.Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("parent", parent);
                p.AddWithValue("named", named.ToArray());
                p.AddWithValue("limit", limit);
            },
            (reader, ct) => reader.AllAsync(row => RegisterRow.Read(row, 0), ct), cancellation);
}
