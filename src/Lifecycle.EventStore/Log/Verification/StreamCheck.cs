using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>
/// Holds each row of mt_streams against the stream's events. Where it ends and that it is open they tell of every stream; when it
/// began and of what type it is, where the first event is ours; when it last changed, where the last one is. What another program
/// writes there of its own is its own affair.
/// </summary>
internal sealed class StreamCheck(EventStoreOptions options, Findings found)
{
    private static readonly string Sql = SqlText.Of("verify_streams");

    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // So that millions of events are grouped in memory: sorting them first takes twice as long.
        await connection.RunAsync("set local work_mem = '64MB'", cancellation);
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(options.StreamTypes.Keys.ToArray());
        command.Parameters.AddWithValue(options.StreamTypes.Values.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) Check(Row.Of(reader));
    }

    private void Check(Row row)
    {
        if (row.IsGone)
        {
            Gone(row);
            return;
        }

        if (row.Version != row.Ends && !(row.Ends is null && row.Version is null or 0))
            Add(row, "version", row.Ends is { } ends ? $"is said to be at version {row.Version ?? 0}, and its events end at {ends}" : $"is said to be at version {row.Version}, and has no events");
        if (row.IsArchived != false) Add(row, "is_archived", row.IsArchived is null ? "no longer says whether it was archived" : "was archived");
        if (row.First && row.IsCreatedAnother) Add(row, "created", "is said to have begun at another time than its first event was recorded");
        if (row.Last && row.IsChangedAnother) Add(row, "timestamp", "is said to have changed at another time than its last event was recorded");
        if (row.First && row.Alias is { } alias && row.Type != alias) Add(row, "type", $"is said to be of type {row.Type ?? "nothing"}, and its first event begins a {alias}");
    }

    private void Gone(Row row)
    {
        if (row.IsTwice) Add(row, "tenant_id", "is said to be of another body than its events");
        else Add(row, "id", "is gone or has another id; its events are there", FindingKind.Removed);
    }

    private void Add(Row row, string column, string what, FindingKind kind = FindingKind.Altered) =>
        found.Add(kind, $"The stream {row.Id} of {row.Tenant} {what}.", position: row.Position, field: $"mt_streams.{column}");

    /// <param name="IsTwice">Whether something is wrong with two streams of this id.</param>
    /// <param name="Position">Of the stream's last event.</param>
    /// <param name="First">Whether the first event is ours.</param>
    /// <param name="Last">Whether the last event is ours.</param>
    private sealed record Row(
        string Tenant, Guid Id, bool IsGone, bool IsTwice, long? Version, long? Ends, long? Position, bool? IsArchived,
        bool IsCreatedAnother, bool IsChangedAnother, string? Type, string? Alias, bool First, bool Last)
    {
        public static Row Of(NpgsqlDataReader row) => new(
            row.IsDBNull(0) ? "?" : row.GetString(0), row.IsDBNull(1) ? Guid.Empty : row.GetGuid(1), row.GetBoolean(2), row.GetBoolean(3),
            Number(row, 4), Number(row, 5), Number(row, 6), row.IsDBNull(7) ? null : row.GetBoolean(7),
            Says(row, 8), Says(row, 9), Text(row, 10), Text(row, 11), IsOurs(row, 12), IsOurs(row, 13));

        private static long? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

        private static bool Says(NpgsqlDataReader row, int column) => !row.IsDBNull(column) && row.GetBoolean(column);

        private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

        // Ours have their leaf from the beginning.
        private static bool IsOurs(NpgsqlDataReader row, int column) => !row.IsDBNull(column) && !LeafHead.IsTakenIn(row.GetFieldValue<byte[]>(column));
    }
}
