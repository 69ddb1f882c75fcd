using Lifecycle.Domain;
using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>Reads columns as what they mean.</summary>
internal static class RowReading
{
    public static string? TextOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static int? IntegerOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt32(at);

    public static bool? FlagOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetBoolean(at);

    public static decimal? NumberOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetDecimal(at);

    public static DateOnly Day(this NpgsqlDataReader row, int at) => row.GetFieldValue<DateOnly>(at);

    public static DateOnly? DayOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.Day(at);

    public static DateTimeOffset Moment(this NpgsqlDataReader row, int at) => row.GetFieldValue<DateTimeOffset>(at);

    public static T Word<T>(this NpgsqlDataReader row, int at) where T : struct, Enum => Words.Parse<T>(row.GetString(at));

    public static T? WordOrNull<T>(this NpgsqlDataReader row, int at) where T : struct, Enum =>
        row.IsDBNull(at) ? null : row.Word<T>(at);

    public static byte[]? BytesOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<byte[]>(at);

    /// <summary>An event: version, type, data, headers, timestamp from <paramref name="at"/> on.</summary>
    public static Recorded Recorded(this NpgsqlDataReader row, int at) => StoredEvent.Of(row, at).Read();

    /// <summary>An event's headers; another program may have stored none.</summary>
    public static EventHeaders Headers(this NpgsqlDataReader row, int at, DateTimeOffset recordedAt) => Headers(row.BytesOrNull(at), recordedAt);

    public static EventHeaders Headers(byte[]? stored, DateTimeOffset recordedAt) => EventCodec.ReadHeaders(stored ?? "{}"u8, recordedAt);

    /// <summary>All rows of a result.</summary>
    public static async Task<List<T>> AllAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(row(reader));
        return rows;
    }

    public static async Task<T?> FirstAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken ct)
        where T : class => await reader.ReadAsync(ct) ? row(reader) : null;

    /// <summary>A result whose first column is the total, and whose only row has nothing else when the page is empty.</summary>
    public static async Task<Page<T>> PageAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        var (items, total) = (new List<T>(), 0L);
        while (await reader.ReadAsync(ct))
        {
            total = reader.GetInt64(0);
            if (!reader.IsDBNull(1)) items.Add(row(reader));
        }

        return new(items, total);
    }
}
