using Lifecycle.Api;
using Lifecycle.Application;
using Lifecycle.Web.Observability;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lifecycle.Web.StartUp;

/// <summary>The service from start to end: database, schema, sample, server, and all of it in reverse.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    // What was accepted is finished, so a stop waits for it; commands take milliseconds, an import seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly ServiceDatabase _database;
    private readonly HostSettings _settings;

    private ServiceHost(WebApplication app, ServiceDatabase database, HostSettings settings) =>
        (_app, _database, _settings) = (app, database, settings);

    /// <summary>Returns when the service answers.</summary>
    /// <exception cref="StartUpException">It cannot start; the message says what to do.</exception>
    public static async Task<ServiceHost> StartAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = HostSettings.Read(builder.Configuration, builder.Environment);
        var database = await ServiceDatabase.OpenAsync(settings, CancellationToken.None);
        try
        {
            var host = new ServiceHost(Build(builder, settings, database), database, settings);
            await host.OpenAsync();
            return host;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the service was asked to stop and has finished what it accepted.</summary>
    public Task RunAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static WebApplication Build(WebApplicationBuilder builder, HostSettings settings, ServiceDatabase database)
    {
        builder.AddLifecycleLogging();
        Telemetry.AddTo(builder);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            if (settings.Demo)
                LoopbackOnly.Require(server);
        });
        builder.Services.AddLifecycle(database.ConnectionString, database.OwnerConnectionString);
        builder.Services.AddLifecycleApi(builder.Configuration);
        if (settings.Demo)
            builder.Services.AddDemoPersonas();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Patience);

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseLifecycleApi();
        app.MapHealthChecks("/health/live", new() { Predicate = static _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapLifecycleApi();
        return app;
    }

    private async Task OpenAsync()
    {
        var setup = _app.Services.GetRequiredService<Setup>();
        await setup.MigrateAsync(CancellationToken.None);
        var sample = _settings.Demo ? await setup.LoadSampleAsync(null, CancellationToken.None) : null;
        if (sample is { Problems: [var problem, ..] })
            throw new StartUpException($"The sample register does not load: {problem}");
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "(in memory)";
        _database.Announce(address);
        await Console.Out.WriteLineAsync(Welcome.Text(address, _database.Where, _settings.Demo, sample?.Events));
    }
}
