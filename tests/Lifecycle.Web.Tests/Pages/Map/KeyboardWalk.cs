using System.Text.Json;
using Microsoft.Playwright;

namespace Lifecycle.Web.Tests.Pages.Map;

/// <summary>A page gone through with Tab alone: where one stops, in which order, and whether one sees where one is.</summary>
internal static class KeyboardWalk
{
    // What a style shows of the focus: a ring that is not transparent, a shadow, a ground; of choices, whose boxes are drawn by their labels, of those.
    private const string Stops = """
        () => {
          const look = (one, part) => { const s = getComputedStyle(one, part);
            const ring = s.outlineStyle === "none" || s.outlineWidth === "0px" || /^rgba\(.*, 0\)$|transparent/.test(s.outlineColor) ? "" : `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`;
            return [ring, s.boxShadow, s.backgroundColor, s.borderWidth === "0px" ? "" : s.borderColor].join("|"); };
          window.looks = one => [look(one), ...(one.nextElementSibling?.matches("label") ? [look(one.nextElementSibling, "::before")] : [])].join("||");
          const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter(one => {
            if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false;
            if (one.type !== "radio") return true;
            const group = [...document.querySelectorAll(`input[type=radio][name="${one.name}"]`)];
            return one === (group.find(other => other.checked) ?? group[0]);
          });
          // An error summary takes the focus, as it should; the walk begins at the beginning.
          document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex");
          window.stops = new Map(stops.map((one, index) => [one, { index, look: window.looks(one) }]));
          return stops.map(one => one.outerHTML.slice(0, 160));
        }
        """;

    private const string Here = """
        () => {
          const one = document.activeElement, box = one.getBoundingClientRect(), known = window.stops.get(one);
          const column = one.closest("[class*='grid-column'], [class*='filter-layout__'], [class*='__column'], nav, header, footer, table, form, main") ?? document.body;
          return { index: one === document.body ? -1 : known?.index ?? -2, html: one.outerHTML.slice(0, 160), seen: !!known && known.look !== window.looks(one),
            inView: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, column: [...document.querySelectorAll("*")].indexOf(column) };
        }
        """;

    /// <summary>Skip link first; then everything in the order in which it is written and stands; every stop is seen; and one comes out at the end.</summary>
    public static async Task AssertAsync(IPage page)
    {
        var stops = await page.EvaluateAsync<string[]>(Stops);
        Assert.Contains("govuk-skip-link", stops[0], StringComparison.Ordinal);
        JsonElement? before = null;
        for (var expected = 0; expected < stops.Length; expected++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<JsonElement>(Here);
            var what = here.GetProperty("html").GetString();
            Assert.True(here.GetProperty("index").GetInt32() == expected, $"Stop {expected + 1} is {what} and should be {stops[expected]}");
            Assert.True(here.GetProperty("inView").GetBoolean(), $"One does not see {what}");
            Assert.True(here.GetProperty("seen").GetBoolean(), $"One does not see that one is at {what}");
            Assert.True(before is not { } last || Follows(last, here), $"{what} stands above or before {before?.GetProperty("html").GetString()}, and comes after it");
            before = here;
        }

        await page.Keyboard.PressAsync("Tab");
        var after = (await page.EvaluateAsync<JsonElement>(Here)).GetProperty("index").GetInt32();
        Assert.True(after is -1 or 0, $"One does not come out at the end, but to {stops[Math.Max(after, 0)]}");
    }

    // In a column one goes down, and along a line to the right; from column to column as they are written.
    private static bool Follows(JsonElement last, JsonElement here)
    {
        if (last.GetProperty("column").GetInt32() != here.GetProperty("column").GetInt32()) return true;
        var beneath = here.GetProperty("top").GetDouble() >= last.GetProperty("bottom").GetDouble() - 1;
        var sameLine = here.GetProperty("bottom").GetDouble() > last.GetProperty("top").GetDouble() && here.GetProperty("left").GetDouble() >= last.GetProperty("left").GetDouble() - 1;
        return beneath || sameLine || here.GetProperty("top").GetDouble() >= last.GetProperty("top").GetDouble();
    }
}
