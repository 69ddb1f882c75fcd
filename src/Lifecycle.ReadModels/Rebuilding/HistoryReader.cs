using System.Runtime.CompilerServices;
using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>All events of one stream up to a position.</summary>
internal sealed record StreamEvents(string Tenant, Guid Stream, IReadOnlyList<(long Position, Recorded Recorded)> Events);

/// <summary>Reads whole streams, one after the other.</summary>
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
    public static async IAsyncEnumerable<StreamEvents> ReadAsync(
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
                yield return new(done.Tenant, done.Stream, events);
                events = [];
            }

            current = next;
            events.Add((reader.GetInt64(2), reader.Recorded(3)));
        }

        if (current is { } last) yield return new(last.Tenant, last.Stream, events);
    }
}
