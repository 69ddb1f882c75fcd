using System.Runtime.CompilerServices;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>Fetches whole streams, one after the other.</summary>
internal static class HistoryReader
{
    // So few that what is folded dies young.
    private const int EnoughEvents = 500;

    private static readonly string AllSql = SqlText.Of("rebuild_events");
    private static readonly string SinceSql = SqlText.Of("rebuild_events_since");

    /// <summary>The position of the last event; 0 when there is none.</summary>
    public static async Task<long> HeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select last_position from lifecycle.head()", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Streams that have an event after <paramref name="since"/>, with all their events up to <paramref name="until"/>, in lots of some hundred events.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StoredStream>> ReadAsync(
        NpgsqlConnection connection, long since, long until, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(since == 0 ? AllSql : SinceSql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("since", since);
        command.Parameters.AddWithValue("until", until);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (lot, events) = (new List<StoredStream>(), 0);
        while (await reader.ReadAsync(ct))
        {
            var (tenant, stream) = (reader.GetString(0), reader.GetGuid(1));
            if (lot.Count == 0 || lot[^1].Stream != stream || lot[^1].Tenant != tenant)
            {
                if (events >= EnoughEvents)
                {
                    yield return lot;
                    (lot, events) = ([], 0);
                }

                lot.Add(new(tenant, stream));
            }

            lot[^1].Add(reader.GetInt64(2), StoredEvent.Of(reader, 3));
            events++;
        }

        if (lot.Count > 0) yield return lot;
    }
}
