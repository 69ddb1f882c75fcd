using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.EmbeddedPostgres;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Cli;

/// <summary>A database, migrated, for as long as one verb takes.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly PostgresServer? _server;

    private Session(ServiceProvider services, PostgresServer? server, string actor)
    {
        (_services, _server) = (services, server);
        Caller = Caller.For(actor, Role.Admin, Bodies.Hmicfrs);
    }

    public Caller Caller { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public AsOf AsOf(DateOnly? asAt, DateTimeOffset? knownAt) => new(LondonDay.Of(Get<TimeProvider>().GetUtcNow()), asAt, knownAt);

    /// <summary>Migrates first, and makes anew the read models that are due.</summary>
    /// <param name="connection">As given; null looks in the environment, then joins or starts the service's own PostgreSQL.</param>
    /// <param name="keyFile">As given; null looks in the environment, then beside the service's own database.</param>
    /// <param name="errors">Where progress is shown; null leaves the database as it is.</param>
    public static async Task<Session> OpenAsync(
        string? connection, string actor, string? keyFile, TextWriter? errors, CancellationToken cancellation)
    {
        connection ??= Environment.GetEnvironmentVariable("ConnectionStrings__Lifecycle");
        var server = connection is { Length: > 0 } ? null : await PostgresServer.StartAsync(new PostgresOptions(DefaultFolder.Path), cancellation);
        var owner = server is null ? Environment.GetEnvironmentVariable("ConnectionStrings__LifecycleOwner") : null;
        var session = new Session(
            new ServiceCollection().AddLifecycle(server?.ConnectionString ?? connection!, owner, Ledger(keyFile, server)).BuildServiceProvider(), server, actor);
        try
        {
            if (errors is not null)
                await session.MigrateAsync(errors, cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    // As the service has it: named in the environment, or beside its own database.
    private static LedgerSettings Ledger(string? keyFile, PostgresServer? server) => new()
    {
        Key = Environment.GetEnvironmentVariable("Ledger__Key"),
        KeyFile = keyFile ?? Environment.GetEnvironmentVariable("Ledger__KeyFile")
            ?? (server is null ? null : Path.Combine(server.DataDirectory, LedgerSettings.OwnKeyFile)),
    };

    private async Task MigrateAsync(TextWriter errors, CancellationToken cancellation)
    {
        var bar = new ProgressBar(errors, "Bringing the read models up to date");
        try
        {
            await Get<Setup>().MigrateAsync(new Told<RebuildProgress>(progress => bar.Show(progress.Events, progress.Of)), cancellation);
        }
        finally
        {
            bar.Clear();
        }
    }

    // A server that was running before goes on; one that this verb started stops with it.
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
