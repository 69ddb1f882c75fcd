using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>Where the database is and how much of it to use.</summary>
/// <param name="ConnectionString">The application's login; its connections act as the role lifecycle_app.</param>
/// <param name="OwnerConnectionString">The login that owns the schema; null when the application's own login does.</param>
/// <param name="MaxPoolSize">Most connections of the application at once.</param>
/// <param name="MaxAutoPrepare">Statements that a connection keeps prepared.</param>
public sealed record DatabaseOptions(
    string ConnectionString, string? OwnerConnectionString = null, int MaxPoolSize = 40, int MaxAutoPrepare = 100);

/// <summary>
/// The PostgreSQL database: its schema, and the two ways in. The application's connections act as lifecycle_app, which can
/// neither change history nor see a body that its query's scope does not name; the owner's are for migrating and rebuilding.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    // Without helpers: to start them, and to bring together what they found, takes longer than any of these queries alone.
    private const string Asking = """
        select set_config('lifecycle.bodies', $1, true), set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '32MB', true),
            set_config('max_parallel_workers_per_gather', '0', true)
        """;

    private readonly NpgsqlDataSource _application;
    private readonly NpgsqlDataSource _owner;
    private readonly Looks _looks;
    private readonly string _listening;
    private readonly string _login;

    private Database(NpgsqlConnectionStringBuilder application, NpgsqlConnectionStringBuilder owner)
    {
        _application = NpgsqlDataSource.Create(application);
        _owner = NpgsqlDataSource.Create(owner);
        _looks = new(_application, Asking, application.MaxPoolSize);
        _listening = application.ConnectionString;
        _login = application.Username ?? Environment.UserName;
    }

    /// <summary>Connects to nothing yet.</summary>
    public static Database Open(DatabaseOptions options)
    {
        var application = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = "lifecycle",
            MaxPoolSize = options.MaxPoolSize,
            MaxAutoPrepare = options.MaxAutoPrepare,
            // Resetting a connection would put the login's own role back in place of lifecycle_app. Nothing needs
            // resetting: all settings are local to a transaction.
            NoResetOnClose = true,
        };
        // The timeout frees the append lock when a process vanishes with it.
        application.Options = $"{application.Options} -c role=lifecycle_app -c idle_in_transaction_session_timeout=60s".Trim();
        var owner = new NpgsqlConnectionStringBuilder(options.OwnerConnectionString ?? options.ConnectionString)
        {
            ApplicationName = "lifecycle-owner",
            MaxPoolSize = 8,
        };
        return new(application, owner);
    }

    /// <summary>Brings schema and roles to what the program needs; safe when several processes start at once.</summary>
    /// <exception cref="MigrationRefusedException">The database is newer than the program, or an applied step was edited.</exception>
    public async Task MigrateAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        await using (var owner = await _owner.OpenConnectionAsync(cancellation))
        {
            await Migrator.RunAsync(owner, migrations, cancellation);
            await GrantAsync(owner, cancellation);
            await owner.ReloadTypesAsync(cancellation);
        }

        await CheckRoleAsync(cancellation);
    }

    /// <summary>Runs one query that sees only the scope's bodies, in one round trip. Its plan is kept, whatever its values are.</summary>
    public Task<T> ReadAsync<T>(
        ReadScope scope, string sql, Action<NpgsqlParameterCollection> parameters,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        RunAsync("select set_config('lifecycle.bodies', $1, true)", scope, sql, parameters, read, cancellation);

    /// <summary>
    /// The same, planned anew for the values that are given, and with room to sort and count a hundred thousand rows: where values
    /// decide which way is short, a plan for all values can take a hundred times as long.
    /// </summary>
    public Task<T> AskAsync<T>(
        ReadScope scope, string sql, Action<NpgsqlParameterCollection> parameters,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation) => RunAsync(
        Asking, scope, sql, parameters, read, cancellation);

    /// <summary>Several such queries that all see the database as it is at the first.</summary>
    public Task<T> LookAsync<T>(ReadScope scope, Func<Look, Task<T>> look, CancellationToken cancellation) =>
        _looks.TakeAsync(scope, look, cancellation);

    /// <summary>For rebuilding read models: owns the tables and sees every row.</summary>
    public ValueTask<NpgsqlConnection> OpenOwnerConnectionAsync(CancellationToken cancellation) =>
        _owner.OpenConnectionAsync(cancellation);

    /// <summary>Acts as lifecycle_app; sees nothing until its transaction sets lifecycle.bodies.</summary>
    internal ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellation) =>
        _application.OpenConnectionAsync(cancellation);

    /// <inheritdoc cref="OpenConnectionAsync"/>
    internal NpgsqlConnection OpenConnection() => _application.OpenConnection();

    // Not from the pool: nobody else may get a connection that listens.
    internal NpgsqlConnection CreateListener() =>
        new(new NpgsqlConnectionStringBuilder(_listening) { Pooling = false, KeepAlive = 30 }.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _owner.DisposeAsync();
    }

    private async Task<T> RunAsync<T>(
        string settings, ReadScope scope, string sql, Action<NpgsqlParameterCollection> parameters,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        // The two statements of a batch share one implicit transaction, to which the settings are local.
        await using var batch = _application.CreateBatch();
        batch.BatchCommands.Add(new(settings) { Parameters = { new() { Value = scope.Setting } } });
        var query = new NpgsqlBatchCommand(sql);
        parameters(query.Parameters);
        batch.BatchCommands.Add(query);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await read(reader, cancellation);
    }

    private async Task GrantAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        await using var missing = new NpgsqlCommand(
            "select format('grant lifecycle_app to %I', $1) where not pg_has_role($1, 'lifecycle_app', 'member')", owner);
        missing.Parameters.AddWithValue(_login);
        if (await missing.ExecuteScalarAsync(cancellation) is not string statement) return;
        await using var grant = new NpgsqlCommand(statement, owner);
        await grant.ExecuteNonQueryAsync(cancellation);
    }

    // A proxy may drop connection options without a word, and with them the role that protects history.
    private async Task CheckRoleAsync(CancellationToken cancellation)
    {
        await using var command = _application.CreateCommand("select current_user");
        if (await command.ExecuteScalarAsync(cancellation) is not "lifecycle_app")
            throw new MigrationRefusedException(
                "The application's connections do not act as the role lifecycle_app. Let the connection option 'role' through to the server.");
    }
}
