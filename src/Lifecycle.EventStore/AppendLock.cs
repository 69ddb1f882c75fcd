using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>The one lock that every append takes, in every process. Whoever holds it knows that no event arrives meanwhile.</summary>
public static class AppendLock
{
    // Every process that appends must use the same number.
    private const long Key = 0x6C69666502;

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
        Statement.Of(SqlText.AppendLock, Key, string.Join(',', bodies.Distinct(StringComparer.Ordinal)));
}
