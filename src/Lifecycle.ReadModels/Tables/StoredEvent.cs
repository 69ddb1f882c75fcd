using Lifecycle.Domain;
using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>An event as it is stored.</summary>
internal readonly record struct StoredEvent(long Version, string Type, byte[] Data, byte[]? Headers, DateTimeOffset RecordedAt)
{
    /// <param name="at">From this column on: version, type, data, headers, timestamp.</param>
    public static StoredEvent Of(NpgsqlDataReader row, int at) => new(
        row.GetInt64(at), row.GetString(at + 1), row.GetFieldValue<byte[]>(at + 2), row.BytesOrNull(at + 3), row.Moment(at + 4));

    public Recorded Read() => new(Version, RecordedAt, RowReading.Headers(Headers, RecordedAt), EventCodec.Read(Type, Data));
}
