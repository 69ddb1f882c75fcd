using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>Rows of mt_events as events.</summary>
internal static class EventRows
{
    private static readonly ReadOnlyMemory<byte> NoHeaders = "{}"u8.ToArray();

    public static async Task<IReadOnlyList<StoredEvent>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellation)) events.Add(Row(reader));
        return events;
    }

    private static StoredEvent Row(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetString(2),
        reader.GetGuid(3),
        reader.GetInt64(4),
        reader.GetString(5),
        reader.GetFieldValue<byte[]>(6),
        // Another program may store events without headers.
        reader.IsDBNull(7) ? NoHeaders : reader.GetFieldValue<byte[]>(7),
        reader.GetFieldValue<DateTimeOffset>(8),
        reader.IsDBNull(9) ? null : reader.GetString(9));
}
