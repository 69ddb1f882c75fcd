using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log;

/// <summary>
/// Takes texts out of an event for good: overwrites the text in the event's row and the salt beside its leaf, with the rights of
/// the schema's owner, because the application has none to change history. The leaf and the tree stay as they are.
/// </summary>
public sealed class TextEraser(Database database)
{
    private static readonly string LeafSql = SqlText.Of("erase_leaf");
    private static readonly string TextSql = SqlText.Of("erase_text");
    private static readonly string SaltsSql = SqlText.Of("erase_salts");

    /// <summary>Both or neither; again does nothing more. Whoever calls has stored the event that says so.</summary>
    /// <param name="pointers">JSON pointers into the event's data, each to a text that has a commitment.</param>
    /// <param name="replacement">What stands there then.</param>
    /// <exception cref="InvalidOperationException">The event has no leaf, or no commitment at a pointer: nothing is changed.</exception>
    public async Task EraseAsync(
        string tenant, Guid stream, long version, IReadOnlyList<string> pointers, string replacement, CancellationToken cancellation)
    {
        await using var connection = await database.OpenOwnerConnectionAsync(cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
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
            await transaction.CommitAsync(cancellation);
        }

        // The old row would keep the text until somebody needs its place.
        await connection.RunAsync("vacuum lifecycle.mt_events, lifecycle.ledger_leaf", cancellation);
    }
}
