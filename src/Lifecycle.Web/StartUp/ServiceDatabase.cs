using Lifecycle.EmbeddedPostgres;

namespace Lifecycle.Web.StartUp;

/// <summary>Where the service keeps its data: the PostgreSQL that was named, or one of our own for as long as the service runs.</summary>
internal sealed class ServiceDatabase : IAsyncDisposable
{
    private readonly PostgresServer? _server;

    private ServiceDatabase(string connectionString, string? ownerConnectionString, PostgresServer? server) =>
        (ConnectionString, OwnerConnectionString, _server) = (connectionString, ownerConnectionString, server);

    public string ConnectionString { get; }

    public string? OwnerConnectionString { get; }

    /// <summary>Where our own PostgreSQL lies; null when it is another's.</summary>
    public string? Folder => _server?.DataDirectory;

    /// <summary>In words, for whoever starts the service.</summary>
    public string Where => _server is null ? "the PostgreSQL of the connection string" : $"its own PostgreSQL, {_server.DataDirectory}";

    /// <exception cref="StartUpException">There is no PostgreSQL, or another instance uses it.</exception>
    public static async Task<ServiceDatabase> OpenAsync(HostSettings settings, CancellationToken cancellation)
    {
        if (settings.ConnectionString is { Length: > 0 } given)
            return new ServiceDatabase(given, settings.OwnerConnectionString, null);
        try
        {
            var server = await PostgresServer.StartAsync(new PostgresOptions(settings.DataDirectory), cancellation);
            if (server.IsOurs)
            {
                RunningInstance.Forget(server.DataDirectory);
                return new ServiceDatabase(server.ConnectionString, null, server);
            }

            throw new StartUpException(
                $"The service is running already: {RunningInstance.In(server.DataDirectory)}. Use that one or stop it first; or give this one a data folder of its own with DataDirectory=/some/folder and another address with --urls http://localhost:5081.");
        }
        catch (Exception e) when (e is PostgresNotFoundException or PostgresFailedException)
        {
            throw new StartUpException(e.Message, e);
        }
    }

    /// <summary>Lets a second instance say where this one is.</summary>
    public void Announce(string address)
    {
        if (_server is not null)
            RunningInstance.Announce(_server.DataDirectory, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
