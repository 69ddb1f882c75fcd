using System.Globalization;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>Another program that appends as a Marten store does: positions from the sequence, no lock of ours.</summary>
internal static class ForeignWriter
{
    /// <summary>Appends to a stream two hundred times, each time after whatever it finds there, and gives up what it loses.</summary>
    /// <returns>The versions that it was told are stored.</returns>
    public static async Task<List<long>> RaceAsync(NpgsqlConnection foreign, Guid stream)
    {
        var won = new List<long>();
        for (var i = 0; i < 200; i++)
        {
            var next = long.Parse(
                (await Sql.LinesAsync(foreign, "select coalesce(max(version), 0) + 1 from lifecycle.mt_events where stream_id = $1", stream))[0],
                CultureInfo.InvariantCulture);
            await using var transaction = await foreign.BeginTransactionAsync();
            try
            {
                await AppendAsync(foreign, stream, next);
                await transaction.CommitAsync();
                won.Add(next);
            }
            catch (PostgresException lost) when (lost.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
            {
                await transaction.RollbackAsync();
            }
        }

        return won;
    }

    /// <summary>Stores one event as a version of a stream, at a position of its own choice or the next of the sequence.</summary>
    public static async Task AppendAsync(NpgsqlConnection foreign, Guid stream, long version, long? position = null)
    {
        await Sql.ExecuteAsync(
            foreign,
            """
            insert into lifecycle.mt_streams (tenant_id, id, type, version) values ($1, $2, 'recommendation', $3)
            on conflict (tenant_id, id) do update set version = excluded.version
            """,
            Store.Body, stream, version);
        await Sql.ExecuteAsync(
            foreign,
            $"""
            insert into lifecycle.mt_events (seq_id, id, stream_id, version, data, type, tenant_id)
            values ({position?.ToString(CultureInfo.InvariantCulture) ?? "nextval('lifecycle.mt_events_sequence')"}, gen_random_uuid(), $2, $3, '{"{}"}', 'graded_elsewhere', $1)
            """,
            Store.Body, stream, version);
    }
}
