using Microsoft.Playwright;

namespace Lifecycle.Web.Tests;

/// <summary>One window of the browser.</summary>
public sealed class Window(IPage page, bool scripts, int width) : IAsyncDisposable
{
    public const int Desk = 1280, Telephone = 390, Height = 900;

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "pictures");

    public IPage Page => page;

    /// <summary>Goes there, and sees to it that our scripts ran where scripts are on.</summary>
    public async Task<IPage> GoAsync(string path)
    {
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        Assert.True(answer!.Status < 500, $"{path} answered {answer.Status}.");
        await AssertScriptsAsync();
        return page;
    }

    /// <summary>Presses Enter where the focus is, and is led to the address. A browser that is short of time now and then loses a key, so it is pressed again.</summary>
    public async Task EnterAsync(string address)
    {
        for (var more = 5; ; more--)
        {
            await page.Keyboard.PressAsync("Enter");
            try
            {
                await page.WaitForURLAsync(address, new() { Timeout = 10_000 });
                return;
            }
            catch (TimeoutException) when (more > 0)
            {
                // Once more.
            }
        }
    }

    /// <summary>A dead page passes any scan, so every look at one begins here.</summary>
    public async Task AssertScriptsAsync()
    {
        if (scripts) await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-scripts", "ran");
    }

    /// <summary>On a desk and on a telephone, of one visit: no violation of WCAG 2.2 AA, nothing wider than the window, and a picture.</summary>
    /// <param name="picture">Name of the pictures, for example "register-many".</param>
    public async Task AssertGoodAsync(string picture)
    {
        await AssertScriptsAsync();
        // Its own width last, so that one goes on where one was.
        foreach (var wide in (int[])[width == Desk ? Telephone : Desk, width])
        {
            await page.SetViewportSizeAsync(wide, Height);
            await AssertGoodAsync(picture, wide);
        }
    }

    /// <summary>The same of one width only, for what is not meant for a screen.</summary>
    public async Task AssertGoodAsync(string picture, int wide)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{picture}-{wide}{(scripts ? "" : "-no-script")}.png"), FullPage = true });
        // Measured with scripts, by which axe works; what has none is the same document.
        if (!scripts) return;
        var found = await Accessibility.ViolationsAsync(page);
        Assert.True(found.Count == 0, string.Join("\n\n", found));
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"The page is {over} pixels wider than the window of {wide}.");
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
