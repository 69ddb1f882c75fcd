using Microsoft.Playwright;

namespace Lifecycle.Web.Tests;

/// <summary>A real Chromium, shared by all tests; each opens windows of its own.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Where Chromium or Chrome is; null when this machine has none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    public static async Task<Browser> StartAsync()
    {
        // Waiting ends when what is waited for is there; this is only for when it never is.
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags }));
    }

    /// <summary>A window in which a person has signed in.</summary>
    /// <param name="address">Of the site.</param>
    /// <param name="persona">For example "flo.west-mercia"; null is nobody.</param>
    /// <param name="scripts">Whether JavaScript is on.</param>
    /// <param name="width">Of a desk or of a telephone.</param>
    /// <param name="density">Pixels of the screen to one of the page.</param>
    public async Task<Window> OpenAsync(Uri address, string? persona, bool scripts, int width, float density)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = Window.Height },
            DeviceScaleFactor = density,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        if (persona is not null)
        {
            // What signing in by hand leaves behind; signing in itself has its own tests.
            var cookies = new System.Net.CookieContainer();
            using var visitor = await Visitor.SignInAsync(address, persona, cookies);
            await context.AddCookiesAsync(cookies.GetCookies(address).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = address.ToString() }));
        }

        return new Window(await context.NewPageAsync(), scripts, width);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
