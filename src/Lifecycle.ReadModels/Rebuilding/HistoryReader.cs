using System.Runtime.CompilerServices;
using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>Reads whole streams, one after the other, and folds them as the live projection would have.</summary>
internal static class HistoryReader
{
    private static readonly string AllSql = SqlText.Of("rebuild_events");
    private static readonly string SinceSql = SqlText.Of("rebuild_events_since");

    /// <summary>The position of the last event; 0 when there is none.</summary>
    public static async Task<long> HeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select last_position from lifecycle.head()", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Streams that have an event after <paramref name="since"/>, with all their events up to <paramref name="until"/>.</summary>
    public static async IAsyncEnumerable<StreamSteps> ReadAsync(
        NpgsqlConnection connection, long since, long until, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(since == 0 ? AllSql : SinceSql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("since", since);
        command.Parameters.AddWithValue("until", until);
        await using var reader = await command.ExecuteReaderAsync(ct);
        (string Tenant, Guid Stream)? current = null;
        var events = new List<(long, Recorded)>();
        while (await reader.ReadAsync(ct))
        {
            var next = (reader.GetString(0), reader.GetGuid(1));
            if (current is { } done && done != next)
            {
                yield return StreamSteps.Of(done.Tenant, done.Stream, StreamHistory.Empty, events);
                events.Clear();
            }

            current = next;
            events.Add((reader.GetInt64(2), reader.Recorded(3)));
        }

        if (current is { } last) yield return StreamSteps.Of(last.Tenant, last.Stream, StreamHistory.Empty, events);
    }
}
