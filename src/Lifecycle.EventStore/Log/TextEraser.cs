using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>Texts of one event.</summary>
/// <param name="Pointers">JSON pointers into its data.</param>
public sealed record TextsOfEvent(string Tenant, Guid Stream, long Version, IReadOnlyList<string> Pointers);

/// <summary>
/// Takes texts out of events for good: overwrites the text in the event's row and the salt beside its leaf, with the rights of
/// the schema's owner, because the application has none to change history. The leaf and the tree stay as they are.
/// </summary>
public sealed class TextEraser(Database database)
{
    private static readonly string LeafSql = SqlText.Of("erase_leaf");
    private static readonly string TextSql = SqlText.Of("erase_text");
    private static readonly string SaltsSql = SqlText.Of("erase_salts");

    /// <summary>All or nothing; again does nothing more. Whoever calls has stored the events that say so.</summary>
    /// <param name="events">Events and JSON pointers into their data, each to a text that has a commitment.</param>
    /// <param name="replacement">What stands there then.</param>
    /// <exception cref="InvalidOperationException">An event has no leaf, or no commitment at a pointer: nothing is changed.</exception>
    public async Task EraseAsync(IReadOnlyList<TextsOfEvent> events, string replacement, CancellationToken cancellation)
    {
        await using var connection = await database.OpenOwnerConnectionAsync(cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            foreach (var texts in events) await EraseAsync(connection, texts, replacement, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        // The old rows would keep the texts until somebody needs their place.
        await connection.RunAsync("vacuum lifecycle.mt_events, lifecycle.ledger_leaf", cancellation);
    }

    private static async Task EraseAsync(NpgsqlConnection connection, TextsOfEvent texts, string replacement, CancellationToken cancellation)
    {
        var (tenant, stream, version, pointers) = texts;
        var (index, body, salts) = await connection.OneAsync<(long, byte[], byte[])?>(
                LeafSql, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)), cancellation, tenant, stream, version)
            ?? throw new InvalidOperationException($"Version {version} of stream {stream} has no leaf.");
        var commitments = LeafCommitment.Read(body);
        foreach (var pointer in pointers)
        {
            var place = commitments.Index().FirstOrDefault(one => one.Item.Pointer == pointer, (-1, null!)).Index;
            if (place < 0) throw new InvalidOperationException($"Version {version} of stream {stream} has no commitment at {pointer}.");
            salts.AsSpan(place * Commitment.SaltLength, Commitment.SaltLength).Clear();
            await connection.RunAsync(TextSql, cancellation, tenant, stream, version, JsonPointer.Parse(pointer), replacement);
        }

        await connection.RunAsync(SaltsSql, cancellation, index, salts);
    }
}
