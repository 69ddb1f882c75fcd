using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages.Map;

/// <summary>What a first visit takes over the wire, measured by the browser: everything the page loads, headers included, as it was compressed.</summary>
internal sealed class Weight
{
    private const int Most = 100_000;

    // A request may end while these are weighed.
    private readonly ConcurrentQueue<IRequest> _requests = [];

    private Weight()
    {
    }

    /// <summary>Begins before the visit. The window is new, so nothing is cached.</summary>
    public static Weight Of(IPage page)
    {
        var weight = new Weight();
        page.RequestFinished += (_, request) => weight._requests.Enqueue(request);
        return weight;
    }

    public async Task AssertLightAsync()
    {
        var sizes = await Task.WhenAll(_requests.Select(async request => (request.Url, Size: await request.SizesAsync())));
        var taken = sizes.Select(one => (one.Url, Bytes: one.Size.ResponseHeadersSize + one.Size.ResponseBodySize)).ToList();
        var told = string.Join('\n', taken.Select(one => $"{one.Bytes,7} {one.Url}"));
        // Nothing at all would be light as well.
        Assert.True(taken.Sum(one => one.Bytes) is > 10_000 and <= Most, $"{taken.Sum(one => one.Bytes)} bytes:\n{told}");
        foreach (var file in (string[])["/generated/site.css", "/site.js"])
            Assert.True(taken.Count(one => new Uri(one.Url).AbsolutePath == file) == 1, $"{file} is not loaded once:\n{told}");
    }
}
