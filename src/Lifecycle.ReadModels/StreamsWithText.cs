using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Where else the same words stand: a summary, for example, in the publication and in the record of each body.</summary>
public static class StreamsWithText
{
    private static readonly string Sql = SqlText.Of("streams_with_text");

    /// <param name="text">Compared whole.</param>
    /// <param name="most">No more than so many streams are found.</param>
    public static Task<List<(string Tenant, Guid Stream)>> FindAsync(
        Database database, ReadScope scope, string text, int most, CancellationToken cancellation) =>
        database.ReadAsync(
            scope, Sql,
            p =>
            {
                p.AddWithValue("text", text);
                p.AddWithValue("most", most);
            },
            (reader, ct) => reader.AllAsync(row => (row.GetString(0), row.GetGuid(1)), ct), cancellation);
}
