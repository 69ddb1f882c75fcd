using Lifecycle.Api;
using Lifecycle.Api.Limits;
using Lifecycle.Application;
using Lifecycle.Web.Observability;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lifecycle.Web.StartUp;

/// <summary>
/// The service from start to end. It listens first, so that a wrong address or a port in use shows at once, and answers with
/// 503 until schema, read models and sample are in place. It stops in reverse: requests in progress are answered, what was accepted is
/// stored, and only then its own PostgreSQL goes.
/// </summary>
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
        // The settings and the files of the API reference lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var settings = HostSettings.Read(builder.Configuration, builder.Environment);
        var database = await ServiceDatabase.OpenAsync(settings, CancellationToken.None);
        var host = new ServiceHost(Build(builder, settings, database), database, settings);
        try
        {
            await host.OpenAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
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
            // Above the API's own limit, whose answer explains itself.
            server.Limits.MaxRequestBodySize = new ApiLimits().PublicationBytes + 1024;
            if (settings.Demo)
                LoopbackOnly.Require(server);
        });
        builder.Services.AddLifecycle(database.ConnectionString, database.OwnerConnectionString, settings.LedgerBeside(database.Folder));
        builder.Services.AddLifecycleApi(builder.Configuration);
        if (settings.Demo)
            builder.Services.AddDemoPersonas();
        builder.Services.AddSite(new SignInOptions(settings.Demo), Path.Combine(settings.DataDirectory, "keys"));
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<LedgerHealth>("ledger");
        builder.Services.AddHostedService<Checkpoints>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Patience);

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseSiteFiles();
        app.UseReadiness();
        app.UseWhen(SiteSetup.Owns, site =>
        {
            site.UseExceptionHandler(Links.Problem);
            site.UseStatusCodePagesWithReExecute(Links.Problem, "?status={0}");
            site.UseMiddleware<PageAdmission>();
        });
        app.UseLifecycleApi(whenApi: context => !SiteSetup.Owns(context));
        app.Use(static (context, next) =>
        {
            RequestLog.Remember(context);
            return next(context);
        });
        app.MapHealthChecks("/health/live", new() { Predicate = static _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapLifecycleApi();
        app.MapRazorPages();
        return app;
    }

    private async Task OpenAsync()
    {
        await _app.StartAsync();
        var (setup, stop) = (_app.Services.GetRequiredService<Setup>(), _app.Lifetime.ApplicationStopping);
        var filling = new FillingLog(_app.Services.GetRequiredService<ILogger<FillingLog>>());
        filling.Done(await setup.MigrateAsync(filling, stop));
        var sample = _settings.Demo ? await setup.LoadSampleAsync(null, stop) : null;
        if (sample is { Problems: [var problem, ..] })
            throw new StartUpException($"The sample register does not load: {problem}");
        _app.Services.GetRequiredService<Readiness>().Ready();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "(in memory)";
        _database.Announce(address);
        await Console.Out.WriteLineAsync(Welcome.Text(address, _database.Where, _settings.Demo, sample?.Events));
    }
}
