using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests;

/// <summary>Axe run within a page. Our pages hold no frames, so it needs no second page to gather what it found, which took four times as long.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <returns>Each violation in words, with the elements at fault; empty where there is none.</returns>
    /// <exception cref="InvalidOperationException">Axe applied fewer rules than any of our pages has matter for.</exception>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        // Only violations are described in full, since describing everything takes time.
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        if (found.GetProperty("passes").GetArrayLength() < 10) throw new InvalidOperationException($"Axe did not look at {page.Url}.");
        return [.. found.GetProperty("violations").EnumerateArray().Select(one =>
            $"{one.GetProperty("id").GetString()}: {one.GetProperty("help").GetString()}\n{string.Join('\n', one.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString()))}")];
    }
}
