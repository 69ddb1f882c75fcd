using System.Runtime.CompilerServices;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>A row of mt_events.</summary>
/// <param name="Odd">A column that no leaf can vouch for and that is not as it always is; null when there is none.</param>
internal sealed record EventRow(LeafEvent Event, string? Odd)
{
    private static readonly string Sql = SqlText.Of("verify_events");

    public long Position => Event.Position;

    public static async IAsyncEnumerable<EventRow> ReadAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new(
                EventFields.Read(reader),
                reader.GetBoolean(12) ? "bdata"
                : reader.GetBoolean(13) ? "is_archived"
                : EventFields.Time(reader.GetFieldValue<byte[]>(5)) is null ? "timestamp"
                : null);
        }
    }
}

/// <summary>A row of ledger_leaf.</summary>
internal sealed record LeafRow(long Index, long Position, string Tenant, byte[] Body, byte[] Hash, byte[] Salts)
{
    private static readonly string Sql = SqlText.Of("verify_leaves");

    /// <summary>Whether the event came by another way than with its leaf, as the leaf says.</summary>
    public bool TakenIn { get; } = LeafHead.IsTakenIn(Body);

    public static async IAsyncEnumerable<LeafRow> ReadAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4),
                reader.GetFieldValue<byte[]>(5));
        }
    }
}
