using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>What a group needs to be read: before it is written, or when nobody knows whether it was.</summary>
internal static class GroupReads
{
    /// <summary>Takes the lock and reads what the plan starts from.</summary>
    public static Known LockAndRead(NpgsqlConnection connection, IReadOnlyList<Append> group)
    {
        var streams = group.SelectMany(StreamsOf).Distinct().ToList();
        var receipts = group.Select(a => a.Receipt?.CommandId).OfType<Guid>().Distinct().ToArray();
        using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(AppendLock.Taking(streams.Select(s => s.Tenant)));
        batch.BatchCommands.Add(Statement.Of(
            SqlText.AppendVersions, streams.Select(s => s.Tenant).ToArray(), streams.Select(s => s.Stream).ToArray()));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendHead));
        batch.BatchCommands.Add(Statement.Of(SqlText.AppendReceiptsKnown, receipts));

        using var reader = batch.ExecuteReader();
        reader.NextResult();
        var versions = new Dictionary<(string, Guid), long>();
        while (reader.Read()) versions.Add((reader.GetString(0), reader.GetGuid(1)), reader.GetInt64(2));
        reader.NextResult();
        reader.Read();
        var head = new LogHead(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt64(2));
        var lastWithLeaf = reader.GetInt64(3);
        reader.NextResult();
        var known = new Dictionary<Guid, Receipt>();
        while (reader.Read()) known.Add(reader.GetGuid(0), ReceiptOf(reader));
        // Disposing alone would keep quiet about a connection that breaks here, and with it the lock.
        reader.Close();
        return new(versions, known, head, lastWithLeaf);
    }

    /// <summary>Whether the plan's events are there. The lock is granted only when the transaction that wrote them has ended.</summary>
    public static bool IsStored(NpgsqlConnection connection, GroupPlan plan)
    {
        var events = plan.Streams.SelectMany(s => s.Events).ToList();
        using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(AppendLock.Taking([ReadScope.All.Setting]));
        batch.BatchCommands.Add(Statement.Of(
            SqlText.AppendSettle, events.Select(e => e.Position).ToArray(), events.Select(e => e.Id).ToArray()));
        batch.BatchCommands.Add(new("commit"));
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        reader.Read();
        var found = reader.GetInt64(0);
        reader.Close();
        return found == events.Count;
    }

    /// <summary>The receipt of a command; null when there is none.</summary>
    public static Task<Receipt?> ReceiptAsync(Database database, Guid command, CancellationToken cancellation) =>
        database.ReadAsync(
            ReadScope.All, SqlText.AppendReceiptsKnown, p => p.AddWithValue(new[] { command }),
            async (reader, ct) => await reader.ReadAsync(ct) ? ReceiptOf(reader) : null, cancellation);

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

    private static Receipt ReceiptOf(NpgsqlDataReader reader) => new(reader.GetString(1), reader.GetInt64(2), reader.GetInt32(3));

    private static IEnumerable<(string Tenant, Guid Stream)> StreamsOf(Append append) =>
        append.Streams.Select(s => (s.Tenant, s.Stream)).Concat(append.Unchanged.Select(s => (s.Tenant, s.Stream)));
}
