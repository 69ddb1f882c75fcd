using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>The streams of the records that a publication made, as far as the scope may know of them.</summary>
public static class PublicationStreams
{
    private static readonly string Sql = SqlText.Of("publication_streams");

    public static Task<List<(string Tenant, Guid Stream)>> FindAsync(
        Database database, ReadScope scope, string publication, CancellationToken cancellation) =>
        database.ReadAsync(scope, Sql, p => p.AddWithValue(publication), (reader, ct) => reader.AllAsync(row => (row.GetString(0), row.GetGuid(1)), ct), cancellation);
}
