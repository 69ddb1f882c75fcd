using Lifecycle.Bench.Load;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Npgsql;

namespace Lifecycle.Bench.Floors;

/// <summary>One connection that carries out commands by hand: two round trips, everything prepared.</summary>
internal sealed class HandWrittenClient : IAsyncDisposable
{
    private static readonly string[] LoadSql = ["begin", SqlText.Of("floor_version"), SqlText.Of("floor_events")];
    private static readonly string[] StoreSql = [SqlText.Of("floor_append"), SqlText.Of("floor_stream"), SqlText.Of("floor_status"), "commit"];

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBatch _load;
    private readonly NpgsqlBatch _store;

    private HandWrittenClient(NpgsqlConnection connection) => (_connection, _load, _store) = (connection, Batch(connection, LoadSql), Batch(connection, StoreSql));

    public static async Task<HandWrittenClient> OpenAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var client = new HandWrittenClient(await source.OpenConnectionAsync(cancellation));
        Add(client._load.BatchCommands[1], "", Guid.Empty);
        Add(client._load.BatchCommands[2], "", Guid.Empty);
        Add(client._store.BatchCommands[0], Guid.Empty, "", Guid.Empty, 0L, "", "", "");
        Add(client._store.BatchCommands[1], "", Guid.Empty, 0L);
        Add(client._store.BatchCommands[2], Guid.Empty, 0L);
        await client._load.PrepareAsync(cancellation);
        await client._store.PrepareAsync(cancellation);
        return client;
    }

    public async Task RunAsync(WorkRecord record)
    {
        Set(_load.BatchCommands[1], record.Body, record.Stream);
        Set(_load.BatchCommands[2], record.Body, record.Stream);
        var (version, reports) = await LoadAsync();
        var reported = new ProgressReported($"report-{reports + 1}", "Reviews now run in every area, as reported to the board.", true, false, null, false);
        var headers = new EventHeaders(record.Officer.Actor, record.Officer.Role, record.Body, new DateOnly(2026, 1, 16));
        Set(_store.BatchCommands[0], Guid.CreateVersion7(), record.Body, record.Stream, version + 1,
            EventCodec.NameOf(reported), EventCodec.Write(reported), EventCodec.WriteHeaders(headers));
        Set(_store.BatchCommands[1], record.Body, record.Stream, version + 1);
        Set(_store.BatchCommands[2], record.Stream, version + 1);
        await _store.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        await _store.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<(long Version, int Reports)> LoadAsync()
    {
        await using var reader = await _load.ExecuteReaderAsync();
        await reader.ReadAsync();
        var version = reader.GetInt64(0);
        await reader.NextResultAsync();
        var reports = 0;
        while (await reader.ReadAsync())
        {
            EventCodec.ReadHeaders(reader.GetFieldValue<byte[]>(2), reader.GetDateTime(3));
            if (EventCodec.Read(reader.GetString(0), reader.GetFieldValue<byte[]>(1)) is ProgressReported) reports++;
        }

        return (version, reports);
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, string[] statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var sql in statements) batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        return batch;
    }

    private static void Add(NpgsqlBatchCommand command, params object[] samples)
    {
        foreach (var sample in samples) command.Parameters.AddWithValue(sample);
    }

    private static void Set(NpgsqlBatchCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
    }
}
