using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>The one lock that every append takes, in every process. Whoever holds it knows that no event arrives meanwhile.</summary>
public static class AppendLock
{
    // Every process that appends must use the same number.
    private const long Key = 0x6C69666502;

    // Of two-part keys, which PostgreSQL keeps apart from the others; the second part says where a group ends.
    private const int Ends = 0x6C696665;

    /// <summary>Takes it until the end of the connection's transaction, which has to be short: all appends wait for it.</summary>
    public static async Task TakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SqlText.AppendLock, connection);
        command.Parameters.AddWithValue(Key);
        command.Parameters.AddWithValue(ReadScope.All.Setting);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The statement that takes it and lets the transaction see these bodies' rows.</summary>
    internal static NpgsqlBatchCommand Taking(IEnumerable<string> bodies) =>
        Statement.Of(SqlText.AppendLock, Key, Of(bodies));

    /// <summary>The statement that takes it together with others who share it, and lets the transaction see these bodies' rows.</summary>
    internal static NpgsqlBatchCommand Sharing(IEnumerable<string> bodies) => Statement.Of(SqlText.AppendShare, Key, Of(bodies));

    /// <summary>
    /// The statement that takes it together with others who share it, lets the transaction see these bodies' rows, and holds up
    /// whoever is to commit after the position until this transaction has ended.
    /// </summary>
    internal static NpgsqlBatchCommand Sharing(IEnumerable<string> bodies, long end) =>
        Statement.Of(SqlText.AppendBeside, Key, Ends, Part(end), Of(bodies));

    /// <summary>The same, which stops when somebody waits for the lock to have it alone.</summary>
    internal static NpgsqlBatchCommand SharingAtOnce(IEnumerable<string> bodies, long end) =>
        Statement.Of(SqlText.AppendWithin, Key, Ends, Part(end), Of(bodies));

    /// <summary>The statement that waits for the transaction that ends with the position.</summary>
    internal static NpgsqlBatchCommand After(long end) => Statement.Of(SqlText.AppendAfter, Ends, Part(end), end);

    private static string Of(IEnumerable<string> bodies) => string.Join(',', bodies.Distinct(StringComparer.Ordinal));

    private static int Part(long position) => (int)(position & int.MaxValue);
}
