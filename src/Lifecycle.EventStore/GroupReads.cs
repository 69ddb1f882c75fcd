using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>The first of a group's two round trips: take the lock, read what the decision needs.</summary>
internal static class GroupReads
{
    public static async Task<Known> LockAndReadAsync(NpgsqlConnection connection, IReadOnlyList<Append> group)
    {
        var streams = group.SelectMany(StreamsOf).Distinct().ToList();
        var receipts = group.Select(a => a.Receipt?.CommandId).OfType<Guid>().Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(Lock(string.Join(',', streams.Select(s => s.Tenant).Distinct(StringComparer.Ordinal))));
        batch.BatchCommands.Add(Statement.Of(
            SqlText.AppendVersions, streams.Select(s => s.Tenant).ToArray(), streams.Select(s => s.Stream).ToArray()));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendHead));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendReceiptsKnown, receipts));

        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var versions = new Dictionary<(string, Guid), long>();
        while (await reader.ReadAsync()) versions.Add((reader.GetString(0), reader.GetGuid(1)), reader.GetInt64(2));
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var head = reader.GetInt64(0);
        DateTimeOffset? latest = reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1);
        await reader.NextResultAsync();
        return new(versions, await ReceiptsAsync(reader, CancellationToken.None), head, latest);
    }

    /// <summary>Whether the plan's events are there. The lock is granted only when the transaction that wrote them has ended.</summary>
    public static async Task<bool> IsStoredAsync(NpgsqlConnection connection, GroupPlan plan)
    {
        var events = plan.Streams.SelectMany(s => s.Events).ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(Lock(ReadScope.All.Setting));
        batch.BatchCommands.Add(Statement.Of(
            SqlText.AppendSettle, events.Select(e => e.Position).ToArray(), events.Select(e => e.Id).ToArray()));
        batch.BatchCommands.Add(new("commit"));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0) == events.Count;
    }

    public static async Task<Dictionary<Guid, Receipt>> ReceiptsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var receipts = new Dictionary<Guid, Receipt>();
        while (await reader.ReadAsync(cancellation))
            receipts.Add(reader.GetGuid(0), new(reader.GetString(1), reader.GetInt64(2), reader.GetInt32(3)));
        return receipts;
    }

    /// <summary>The scope is everything: whoever knows a command's id and content is its sender.</summary>
    public static Task<IReadOnlyList<StoredEvent>> EventsOfAsync(Database database, Receipt receipt, CancellationToken cancellation) =>
        database.ReadAsync(
            ReadScope.All, SqlText.ReadPositions,
            p =>
            {
                p.AddWithValue(receipt.FirstPosition);
                p.AddWithValue(receipt.EventCount);
            },
            EventRows.ReadAsync, cancellation);

    private static NpgsqlBatchCommand Lock(string bodies) => Statement.Of(SqlText.AppendLock, AppendLock.Key, bodies);

    private static IEnumerable<(string Tenant, Guid Stream)> StreamsOf(Append append) =>
        append.Streams.Select(s => (s.Tenant, s.Stream)).Concat(append.Unchanged.Select(s => (s.Tenant, s.Stream)));
}
