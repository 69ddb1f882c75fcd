using System.Security.Cryptography;
using Lifecycle.Ledger;
using Lifecycle.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

[assembly: AssemblyFixture(typeof(Lifecycle.Api.Tests.Service))]

namespace Lifecycle.Api.Tests;

/// <summary>The real host on a real PostgreSQL with the sample register, shared by all tests: each works on records of its own.</summary>
public sealed class Service : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly string _keys = Directory.CreateTempSubdirectory("lifecycle-keys-").FullName;
    private ServiceFactory? _factory;

    public IServiceProvider Services => _factory!.Services;

    /// <summary>Watches over the service's log.</summary>
    public CheckpointSigner Witness { get; } = new("witness.example", ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _factory = await StartAsync(
            ("Ledger:KeyFile", Path.Combine(_keys, "key.pem")), ("Ledger:CreateKey", "true"), ("Ledger:Witnesses:0", $"{Witness.VerifierKey}"), ("Limits:Burst", "1000000"), ("Limits:RequestsPerSecond", "1000000"), ("Limits:Heartbeat", "00:00:01"));
    }

    /// <summary>Another service, on a database of its own, with other settings.</summary>
    public async Task<ServiceFactory> StartAsync(params (string Name, string Value)[] settings) =>
        await StartOnAsync(await DatabaseAsync(), settings);

    /// <summary>Another service, on a database that is there.</summary>
    public static async Task<ServiceFactory> StartOnAsync(string database, params (string Name, string Value)[] settings)
    {
        var factory = new ServiceFactory([("ConnectionStrings:Lifecycle", database), .. settings]);
        while (!(await factory.CreateClient().GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        return factory;
    }

    /// <summary>An empty database.</summary>
    public Task<string> DatabaseAsync() => _postgres.CreateDatabaseAsync();

    /// <summary>A database as the earlier version left it, with the events of this one.</summary>
    public Task<string> EarlierAsync(string database) => EarlierVersion.OfAsync(_postgres, database);

    /// <param name="persona">For example "demo.flo.west-mercia".</param>
    public Person As(string persona) => _factory!.As(persona);

    public Person Nobody() => _factory!.Nobody();

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        await _postgres.DisposeAsync();
        Witness.Dispose();
        Directory.Delete(_keys, recursive: true);
    }
}

/// <summary>The host in memory, as `dotnet run` would start it but for the settings given.</summary>
public sealed class ServiceFactory((string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public Person As(string persona)
    {
        var http = CreateClient();
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {persona}");
        return new Person(http);
    }

    public Person Nobody() => new(CreateClient());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
    }
}
