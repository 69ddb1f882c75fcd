using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>A record's stream, whole.</summary>
/// <param name="Tenant">The body that answers for it.</param>
/// <param name="Events">In order of version; at least one.</param>
public sealed record RecommendationStream(string Tenant, Guid Id, IReadOnlyList<Recorded> Events)
{
    private static readonly string Sql = SqlText.Of("recommendation_events");

    /// <summary>By reference, in one round trip; null when there is none, or none that the scope may know of.</summary>
    public static Task<RecommendationStream?> FindAsync(
        Database database, ReadScope scope, string reference, CancellationToken cancellation) =>
        database.ReadAsync(
            scope, Sql, p => p.AddWithValue("reference", reference),
            async (reader, ct) =>
            {
                (string Tenant, Guid Id)? found = null;
                var events = await reader.AllAsync(
                    row =>
                    {
                        found ??= (row.GetString(0), row.GetGuid(1));
                        return row.Recorded(3);
                    },
                    ct);
                return found is { } stream ? new RecommendationStream(stream.Tenant, stream.Id, events) : null;
            },
            cancellation);
}
