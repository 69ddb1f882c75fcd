using System.Buffers.Binary;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>A row of mt_events as the ledger's format sees it, whatever another program or a vandal put there.</summary>
internal static class EventFields
{
    public const string Columns =
        "seq_id, id, stream_id, version, type, timestamptz_send(timestamp), tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, data";

    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly long LastMicrosecond = (DateTimeOffset.MaxValue - Epoch).Ticks / TimeSpan.TicksPerMicrosecond;
    private static readonly long FirstMicrosecond = (DateTimeOffset.MinValue - Epoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static LeafEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetGuid(1),
        row.IsDBNull(2) ? Guid.Empty : row.GetGuid(2),
        row.GetInt64(3),
        row.GetString(4),
        Time(row.GetFieldValue<byte[]>(5)) ?? DateTimeOffset.MaxValue,
        row.IsDBNull(6) ? "" : row.GetString(6),
        Text(row, 7),
        Text(row, 8),
        Text(row, 9),
        row.IsDBNull(10) ? (ReadOnlyMemory<byte>?)null : row.GetFieldValue<byte[]>(10),
        row.GetFieldValue<byte[]>(11));

    /// <summary>From PostgreSQL's own form; null for what no clock says, infinity for example.</summary>
    public static DateTimeOffset? Time(byte[] sent)
    {
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(sent);
        return microseconds >= FirstMicrosecond && microseconds <= LastMicrosecond
            ? Epoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
