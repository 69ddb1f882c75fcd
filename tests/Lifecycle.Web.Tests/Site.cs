using System.Collections.Concurrent;
using Lifecycle.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

[assembly: AssemblyFixture(typeof(Lifecycle.Web.Tests.Site))]

namespace Lifecycle.Web.Tests;

/// <summary>The real host on a real PostgreSQL with the sample register, listening on this machine; shared, so each test works on records of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly Lazy<Task<Browser>> _browser = new(Browser.StartAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _once = new();
    private Host? _host;

    /// <summary>Where it listens.</summary>
    public Uri Address => _host!.Address;

    public IServiceProvider Services => _host!.Services;

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _host = await StartAsync();
    }

    /// <summary>Another site, on an empty database of its own but for the sample register, with other settings.</summary>
    public async Task<Host> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = new Host([("ConnectionStrings:Lifecycle", await _postgres.CreateDatabaseAsync()), .. settings]);
        await host.ReadyAsync();
        return host;
    }

    /// <summary>What is arranged once for all tests, because none of them changes it.</summary>
    public Task<string> OnceAsync(string name, Func<Task<string>> arrange) => _once.GetOrAdd(name, _ => new(arrange)).Value;

    /// <summary>A person who has signed in.</summary>
    /// <param name="persona">For example "flo.west-mercia".</param>
    public Task<Visitor> SignInAsync(string persona) => Visitor.SignInAsync(Address, persona);

    /// <summary>A person who has not.</summary>
    public Visitor Anybody() => new(Address);

    /// <summary>A window of a real browser.</summary>
    /// <param name="persona">Who has signed in, for example "flo.west-mercia"; null is nobody.</param>
    /// <param name="scripts">Whether JavaScript is on.</param>
    /// <param name="width">Of a desk or of a telephone.</param>
    /// <param name="density">Pixels of the screen to one of the page: 2 where the page is enlarged to 200 %.</param>
    public async Task<Window> OpenAsync(string? persona, bool scripts = true, int width = Window.Desk, float density = 1)
    {
        // Where a test that is skipped counts as failed, the browser is installed first.
        Assert.SkipWhen(Browser.Program is null, "There is no Chromium or Chrome. Install one, or say where it is in the environment variable CHROMIUM.");
        return await (await _browser.Value).OpenAsync(Address, persona, scripts, width, density);
    }

    /// <summary>A person who gives commands through the API, to arrange what a page is to show.</summary>
    public ApiPerson Api(string persona) => new(Address, persona);

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated) await (await _browser.Value).DisposeAsync();
        if (_host is not null) await _host.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}

/// <summary>The host as `dotnet run` would start it but for the settings given, on a port of its own.</summary>
public sealed class Host : WebApplicationFactory<Program>
{
    private readonly (string Name, string Value)[] _settings;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"lifecycle-site-{Guid.NewGuid():n}");

    public Host((string Name, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(0);
    }

    public Uri Address => ClientOptions.BaseAddress;

    public async Task ReadyAsync()
    {
        StartServer();
        using var http = new HttpClient { BaseAddress = Address };
        while (!(await http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode)
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (name, value) in ((string, string)[])
            [("DataDirectory", _folder), ("Ledger:KeyFile", Path.Combine(_folder, "ledger-key.pem")), ("Ledger:CreateKey", "true"),
                ("Limits:Burst", "1000000"), ("Limits:RequestsPerSecond", "1000000"), .. _settings])
            builder.UseSetting(name, value);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
