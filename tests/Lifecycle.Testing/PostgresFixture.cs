using System.Collections.Concurrent;
using Lifecycle.EmbeddedPostgres;
using Lifecycle.EventStore;
using Npgsql;
using Xunit;

namespace Lifecycle.Testing;

/// <summary>One PostgreSQL for a test assembly, in a folder of its own that goes with it. Use it as an assembly fixture.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly bool _durable;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"lifecycle-tests-{Guid.NewGuid():n}");
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new();
    private PostgresServer? _server;
    private int _databases;

    // Fast: most tests do not depend on what survives a power cut.
    public PostgresFixture()
        : this(durable: false)
    {
    }

    private PostgresFixture(bool durable) => _durable = durable;

    /// <summary>With everything on that production has, for tests of loss and of races.</summary>
    public static PostgresFixture Durable() => new(durable: true);

    /// <summary>As the owner, to the server's own database.</summary>
    public string ConnectionString => _server!.ConnectionString;

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync(new(_folder, Durable: _durable));

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server!.DisposeAsync();
        Directory.Delete(_server.DataDirectory, recursive: true);
    }

    /// <summary>A new database with the migrations applied; with none it is empty. Returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(params IEnumerable<Migration> migrations)
    {
        var steps = migrations.ToList();
        if (steps.Count == 0) return await CreateAsync("template1");
        // Migrated once; copies of the result take a fraction of the time.
        var key = string.Join('|', steps.Select(m => $"{m.Component} {m.Number} {m.Sql}"));
        var template = await _templates.GetOrAdd(key, _ => new(() => MigrateAsync(steps))).Value;
        return await CreateAsync(template);
    }

    private async Task<string> MigrateAsync(IReadOnlyList<Migration> migrations)
    {
        var connection = await CreateAsync("template1");
        await using var database = Database.Open(new($"{connection};Pooling=false"));
        await database.MigrateAsync(migrations, CancellationToken.None);
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }

    private async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template {template}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }
}
