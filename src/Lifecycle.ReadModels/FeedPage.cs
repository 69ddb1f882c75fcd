using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>An event as the feed tells it to the outside.</summary>
/// <param name="Position">Its place among all events.</param>
/// <param name="Id">The key by which a subscriber recognises a repeat.</param>
/// <param name="Body">Whose record it is about.</param>
/// <param name="Subject">Reference of the record; null for publications and declared positions.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">Stored name, for example "closure_recommended".</param>
/// <param name="Data">What happened, the JSON as stored.</param>
public sealed record FeedEvent(
    long Position, Guid Id, string Body, string? Subject, long Version, string Type, DateTimeOffset RecordedAt,
    EventHeaders Headers, ReadOnlyMemory<byte> Data);

/// <summary>The next events that a scope may see.</summary>
/// <param name="Events">In the order of positions, which has gaps where the scope may not see an event.</param>
/// <param name="ReadUpTo">Go on after this position: it skips what the scope may not see.</param>
/// <param name="HasMore">More may be stored already.</param>
public sealed record FeedPage(IReadOnlyList<FeedEvent> Events, long ReadUpTo, bool HasMore)
{
    private static readonly string Sql = SqlText.Of("events_after");

    /// <summary>The next events after a position, at most <paramref name="limit"/> of them.</summary>
    public static Task<FeedPage> ReadAsync(Database database, ReadScope scope, long after, int limit, CancellationToken cancellation) =>
        database.ReadAsync(
            scope, Sql,
            p =>
            {
                p.AddWithValue("after", after);
                p.AddWithValue("limit", limit);
            },
            async (reader, ct) =>
            {
                var (events, head) = (new List<FeedEvent>(), after);
                while (await reader.ReadAsync(ct))
                {
                    head = reader.GetInt64(0);
                    if (!reader.IsDBNull(1)) events.Add(Event(reader));
                }

                var full = events.Count == limit;
                return new FeedPage(events, full ? events[^1].Position : Math.Max(after, head), full);
            },
            cancellation);

    private static FeedEvent Event(NpgsqlDataReader row) => new(
        row.GetInt64(1), row.GetGuid(2), row.GetString(3), row.TextOrNull(4), row.GetInt64(5), row.GetString(6), row.Moment(9),
        row.Headers(8, row.Moment(9)), row.GetFieldValue<byte[]>(7));
}
