using System.Text.Json;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages.Map;

/// <summary>What a screen reader is told of a page: the names of tables and of their heads, of links, of tags; and days in words.</summary>
internal static class ReadAloud
{
    private static readonly string[] SaysNothing = ["view", "more", "here", "click here", "read more", "details", "link", "change", "show", "see"];

    private static readonly string[] Heads = ["columnheader", "rowheader"];

    // A day in figures is read as a subtraction. Samples of what programs write are in the elements left out here, or in a moment with its time.
    private const string Days = """
        () => {
          const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode;
            if (/\b\d{4}-\d{2}-\d{2}\b/.test(text.data) && !text.parentElement.closest("pre, code, samp, script")) found.push(text.data.trim());
          }
          return found;
        }
        """;

    private const string Tables = """
        () => [...document.querySelectorAll("table")].flatMap(table => [
          ...(table.caption?.textContent.trim() ? [] : [`A table has no caption: ${table.textContent.trim().slice(0, 60)}`]),
          ...(table.querySelector("thead th[scope]") || [...table.rows].every(row => row.querySelector("th[scope=row]")) ? [] : [`Neither columns nor rows have heads: ${table.caption?.textContent}`]),
          ...[...table.querySelectorAll("th:not([scope])")].map(head => `A head has no scope: ${head.textContent}`),
        ])
        """;

    private const string Tags = """
        () => [...document.querySelectorAll(".govuk-tag")].filter(tag => tag.checkVisibility() && (!/\p{L}{3}/u.test(tag.innerText) || tag.closest("[aria-hidden=true]"))).map(tag => tag.outerHTML)
        """;

    // A link that says the same as another must at least stand in a row, an item, a section or a menu that says something else.
    private const string Surroundings = """
        () => [...document.querySelectorAll("a[href]")].filter(link => link.checkVisibility()).map(link => ({
          address: link.href, around: [...link.closest("ol")?.children ?? []].indexOf(link.closest("li")) + " " + (link.closest("nav")?.ariaLabel ?? link.closest("tr, li, dd, .govuk-summary-list__row, .govuk-summary-card, section, article, p")?.textContent ?? "").replace(/\s+/g, " ").trim(),
          says: (link.getAttribute("aria-label") ?? link.textContent).replace(/\s+/g, " ").trim(),
        }))
        """;

    public static async Task AssertAsync(IPage page)
    {
        Assert.Empty(await page.EvaluateAsync<string[]>(Days));
        Assert.Empty(await page.EvaluateAsync<string[]>(Tables));
        Assert.Empty(await page.EvaluateAsync<string[]>(Tags));
        AssertLinks(await page.EvaluateAsync<JsonElement>(Surroundings));
        await AssertToldAsync(page);
    }

    private static void AssertLinks(JsonElement links)
    {
        var all = links.EnumerateArray().Select(link =>
            (Says: link.GetProperty("says").GetString()!, Address: link.GetProperty("address").GetString()!, Around: link.GetProperty("around").GetString()!)).ToList();
        Assert.DoesNotContain(all, link => link.Says.Length == 0 || SaysNothing.Contains(link.Says.ToLowerInvariant()));
        var alike = all.GroupBy(link => (link.Says, link.Around)).Where(same => same.DistinctBy(link => link.Address).Count() > 1).Select(same => same.Key).ToList();
        Assert.True(alike.Count == 0, $"These say the same and lead to different places: {string.Join("; ", alike)}");
    }

    /// <summary>The browser tells assistive technology the same: what is written down could be undone by a style or a role.</summary>
    private static async Task AssertToldAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray()
            .Where(node => !node.GetProperty("ignored").GetBoolean()).Select(node => (Role: Text(node, "role"), Name: Text(node, "name"))).ToList();
        var shown = await page.Locator("table").EvaluateAllAsync<int[]>("all => [all.filter(one => one.checkVisibility()).length, all.filter(one => one.checkVisibility()).flatMap(one => [...one.querySelectorAll('th')]).filter(one => one.checkVisibility()).length]");
        var tables = tree.Where(node => node.Role == "table").ToList();
        Assert.Equal(shown[0], tables.Count);
        Assert.DoesNotContain(tables, table => table.Name.Length == 0);
        Assert.Equal(shown[1], tree.Count(node => Heads.Contains(node.Role)));
        Assert.DoesNotContain(tree, node => node.Role is "link" or "button" or "textbox" or "combobox" or "radio" or "checkbox" && node.Name.Length == 0);
    }

    private static string Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var one) && one.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";
}
