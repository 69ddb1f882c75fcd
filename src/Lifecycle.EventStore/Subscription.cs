namespace Lifecycle.EventStore;

/// <summary>
/// Hands every event to a handler, in order, and remembers how far it came. At least once: after a crash the handler gets
/// the last batch again and recognises events by their id.
/// </summary>
/// <param name="name">Under which mt_event_progression keeps its place.</param>
public sealed class Subscription(EventStore store, string name, int batchSize = 500)
{
    /// <summary>Runs until cancelled, or until the handler or the database fails; running it again continues where it was.</summary>
    public async Task RunAsync(Func<IReadOnlyList<StoredEvent>, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        var position = await StartAsync(cancellation);
        while (true)
        {
            var events = await store.ReadAllAsync(ReadScope.All, position, batchSize, cancellation);
            if (events.Count == 0)
            {
                await store.WaitForEventsAsync(position, cancellation);
                continue;
            }

            await handle(events, cancellation);
            position = events[^1].Position;
            await AdvanceAsync(position, cancellation);
        }
    }

    private Task<long> StartAsync(CancellationToken cancellation) =>
        store.Database.ReadAsync(
            ReadScope.All, SqlText.SubscriptionStart, p => p.AddWithValue(name),
            async (reader, token) => await reader.ReadAsync(token) && !reader.IsDBNull(0) ? reader.GetInt64(0) : 0, cancellation);

    private async Task AdvanceAsync(long position, CancellationToken cancellation)
    {
        await using var connection = await store.Database.OpenConnectionAsync(cancellation);
        await using var command = new Npgsql.NpgsqlCommand(SqlText.SubscriptionAdvance, connection);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(position);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
