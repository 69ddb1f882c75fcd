using Lifecycle.Application;
using Lifecycle.EmbeddedPostgres;
using Npgsql;

namespace Lifecycle.Bench;

/// <summary>
/// The product's own PostgreSQL with the generated registers. Measures work on copies, which each run makes anew, so that a
/// register kept between runs stays as it was generated.
/// </summary>
internal sealed class TestBed : IAsyncDisposable
{
    /// <summary>The database that a service with this data folder uses; here, the large register.</summary>
    public const string Large = "postgres";
    public const string Small = "bench_small";
    public const string Empty = "bench_empty";

    private const string Unsigned = "bench_unsigned";
    private const int SmallEvents = 20_000;

    private readonly string _folder;
    private readonly bool _temporary;
    private PostgresServer? _server;

    private TestBed(BenchOptions options, Action<string> say)
    {
        (Options, Say, _temporary) = (options, say, options.Keep is null);
        _folder = options.Keep ?? Path.Combine(Path.GetTempPath(), $"lifecycle-bench-{Guid.NewGuid():n}");
    }

    public BenchOptions Options { get; }

    /// <summary>Tells whoever waits what is being done.</summary>
    public Action<string> Say { get; }

    /// <summary>The most memory that a service took, in megabytes, and what it took when it was ready; none when none ran.</summary>
    public Pair? ServiceMemory { get; private set; }

    public static async Task<TestBed> PrepareAsync(BenchOptions options, Action<string> say, CancellationToken cancellation)
    {
        var bed = new TestBed(options, say);
        try
        {
            await bed.StartAsync(cancellation);
            await bed.CopyAsync(Large, await GeneratedRegister.OfAsync(bed, options.Events, cancellation), cancellation);
            await bed.CopyAsync(Small, await GeneratedRegister.OfAsync(bed, Math.Min(options.Events, SmallEvents), cancellation), cancellation);
            await bed.CopyAsync(Empty, "template1", cancellation);
            await bed.MigrateAsync(Empty, cancellation);
            return bed;
        }
        catch
        {
            await bed.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_server!.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>The product on one of the databases.</summary>
    /// <param name="ledger">Where the key is that signs the history; null when nothing is signed.</param>
    public Register Open(string database, LedgerSettings? ledger = null) => new(ConnectionString(database), ledger);

    /// <summary>The small register once more, whose events are appended without leaves.</summary>
    public async Task<Register> OpenUnsignedAsync(CancellationToken cancellation)
    {
        await CopyAsync(Unsigned, Small, cancellation);
        return new(ConnectionString(Unsigned), leavesLater: true);
    }

    /// <summary>Makes a database as a copy, in place of one of the name; nobody may be connected to the original.</summary>
    public async Task CopyAsync(string database, string original, CancellationToken cancellation)
    {
        await ExecuteAsync($"drop database if exists {database} with (force)", cancellation);
        await ExecuteAsync($"create database {database} template {original} strategy file_copy", cancellation);
    }

    /// <summary>Lets somebody else have the data folder: the server stops meanwhile.</summary>
    public async Task AsideAsync(Func<string, Task> work, CancellationToken cancellation)
    {
        var folder = _server!.DataDirectory;
        await _server.DisposeAsync();
        try
        {
            await work(folder);
        }
        finally
        {
            await StartAsync(cancellation);
        }
    }

    public void NoteMemory(Pair service) => ServiceMemory = ServiceMemory is { } known && known.Ours >= service.Ours ? known : service;

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Administration);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Brings the database to the layout of today.</summary>
    public async Task MigrateAsync(string database, CancellationToken cancellation)
    {
        await using var register = Open(database);
        await register.Get<Setup>().MigrateAsync(null, cancellation);
    }

    /// <summary>Runs what concerns databases as a whole, however long it takes.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Administration);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        await _server.DisposeAsync();
        if (!_temporary) return;
        Directory.Delete(_server.DataDirectory, recursive: true);
        // Where the server's account could not reach the folder, the data was elsewhere.
        if (Directory.Exists(_folder)) Directory.Delete(_folder);
    }

    private string Administration =>
        new NpgsqlConnectionStringBuilder(_server!.ConnectionString) { Database = "template1", Pooling = false }.ConnectionString;

    private async Task StartAsync(CancellationToken cancellation)
    {
        _server = await PostgresServer.StartAsync(new PostgresOptions(_folder), cancellation);
        if (!_server.IsOurs)
            throw new BenchFailedException("Another run uses this folder. Wait for its end, or name another folder with --keep.");
    }
}
