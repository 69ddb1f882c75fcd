using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>Stores every tile that has become full. Within the caller's transaction, which holds the lock of those who sign.</summary>
internal static class TileWriter
{
    private const int AtOnce = 64;

    private static readonly string CountSql = SqlText.Of("tile_count");
    private static readonly string InsertSql = SqlText.Of("tile_insert");

    public static async Task WriteAsync(NpgsqlConnection connection, long size, CancellationToken cancellation)
    {
        for (var (level, full) = (0, size >> 8); full > 0; (level, full) = (level + 1, full >> 8))
        {
            for (var next = await CountAsync(connection, level, cancellation); next < full; next += AtOnce)
                await WriteAsync(connection, level, next, Math.Min(next + AtOnce, full), cancellation);
        }
    }

    private static async Task WriteAsync(NpgsqlConnection connection, int level, long from, long to, CancellationToken cancellation)
    {
        var tree = new TreeStore(connection);
        var tiles = new List<byte[]>();
        for (var index = from; index < to; index++) tiles.Add(await tree.HashesAsync(level, index, TreeStore.TileWidth, cancellation));
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Statement.Of(
            InsertSql, level, Enumerable.Range(0, tiles.Count).Select(i => from + i).ToArray(), tiles.ToArray(),
            tiles.Select(tile => TreeStore.Subtree(tile)).ToArray()));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, int level, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(CountSql, connection) { Parameters = { new() { Value = level } } };
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
