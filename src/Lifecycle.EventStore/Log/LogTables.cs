using System.Text;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>What the log keeps beside its leaves and tiles: name, checkpoints, keys, cosignatures.</summary>
internal static class LogTables
{
    public const string LogRole = "log";
    public const string WitnessRole = "witness";

    private const long LockKey = 0x6C69666504;

    private static readonly string LockSql = SqlText.Of("checkpoint_lock");
    private static readonly string StateSql = SqlText.Of("ledger_state");
    private static readonly string LastSql = SqlText.Of("checkpoint_last");
    private static readonly string ReadSql = SqlText.Of("checkpoint_read");
    private static readonly string InsertSql = SqlText.Of("checkpoint_insert");
    private static readonly string KeysSql = SqlText.Of("keys");
    private static readonly string KeyInsertSql = SqlText.Of("key_insert");
    private static readonly string CosignaturesSql = SqlText.Of("cosignatures");
    private static readonly string CosignatureInsertSql = SqlText.Of("cosignature_insert");

    /// <summary>Positions of the last event and of the last one with a leaf, how many leaves, and the size of the last checkpoint; -1 for none.</summary>
    public static Task<(long Head, long LastWithLeaf, long Size, long Signed)> StateAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.OneAsync(StateSql, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), cancellation);

    /// <summary>One signs at a time, in every process, until the end of the transaction.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellation) => connection.RunAsync(LockSql, cancellation, LockKey);

    public static async Task<string> OriginAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.OneAsync("select origin from lifecycle.ledger_log", row => row.GetString(0), cancellation)
        ?? throw new TreeBrokenException("The log has no name.");

    public static async Task<string?> LastAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.OneAsync(LastSql, row => Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(1)), cancellation);

    public static async Task<string?> CheckpointAsync(NpgsqlConnection connection, long size, CancellationToken cancellation) =>
        await connection.OneAsync(ReadSql, row => Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(0)), cancellation, size);

    public static Task AddCheckpointAsync(NpgsqlConnection connection, long size, string note, CancellationToken cancellation) =>
        connection.RunAsync(InsertSql, cancellation, size, Encoding.UTF8.GetBytes(note));

    public static Task<List<string>> KeysAsync(NpgsqlConnection connection, string role, CancellationToken cancellation) =>
        connection.AllAsync(KeysSql, row => row.GetString(0), cancellation, role);

    public static Task AddKeyAsync(NpgsqlConnection connection, string key, string role, DateTimeOffset at, CancellationToken cancellation) =>
        connection.RunAsync(KeyInsertSql, cancellation, key, role, at);

    private static Task<List<string>> CosignaturesAsync(NpgsqlConnection connection, long size, CancellationToken cancellation) =>
        connection.AllAsync(CosignaturesSql, row => row.GetString(0), cancellation, size);

    /// <summary>A checkpoint with its witnesses' lines.</summary>
    public static async Task<string> CosignedAsync(NpgsqlConnection connection, string note, CancellationToken cancellation) =>
        Notes.With(note, await CosignaturesAsync(connection, Notes.Read(note).Size, cancellation));

    public static Task AddCosignatureAsync(
        NpgsqlConnection connection, long size, string name, string line, DateTimeOffset at, CancellationToken cancellation) =>
        connection.RunAsync(CosignatureInsertSql, cancellation, size, name, line, at);
}
