using System.Diagnostics;
using Lifecycle.Domain;
using Npgsql;

namespace Lifecycle.Bench.Floors;

/// <summary>The floor of a rebuild: every event read and deserialised once, and nothing done with it.</summary>
internal static class FullRead
{
    /// <returns>Events, and events a second.</returns>
    public static async Task<(long Events, double Rate)> RunAsync(Register register, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await register.Plain.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(SqlText.Of("all_events"), connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = 0L;
        for (; await reader.ReadAsync(cancellation); events++)
        {
            EventCodec.Read(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
            EventCodec.ReadHeaders(reader.GetFieldValue<byte[]>(2), reader.GetDateTime(3));
        }

        return (events, events / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
