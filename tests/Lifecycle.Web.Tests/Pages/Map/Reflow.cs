namespace Lifecycle.Web.Tests.Pages.Map;

/// <summary>
/// A page enlarged: at 200 % in a window of 1280 pixels, and as narrow as WCAG 1.4.10 asks. Nothing goes beyond the window but in what is
/// meant to be moved sideways (tables and texts in fixed lines), and no text is cut off or runs out of its box.
/// </summary>
internal static class Reflow
{
    public const float Density = 2;

    private const int At200Percent = Window.Desk / 2, Narrowest = 320;

    private const string Problems = """
        () => {
          const wide = document.documentElement.clientWidth, found = new Set();
          const name = one => `<${one.tagName.toLowerCase()} class="${one.className}"> ${one.textContent.trim().replace(/\s+/g, " ").slice(0, 60)}`;
          const style = one => getComputedStyle(one);
          const moves = one => ["auto", "scroll"].includes(style(one).overflowX);
          const cuts = one => ["hidden", "clip"].includes(style(one).overflowX);
          const above = function* (one) { for (; one && one !== document.body; one = one.parentElement) yield one; };
          // What only a screen reader is told has no size.
          const unseen = one => !one.checkVisibility({ visibilityProperty: true }) || [...above(one)].some(up => cuts(up) && up.clientWidth <= 1);
          const over = document.documentElement.scrollWidth - wide;
          if (over > 0) found.add(`The page is ${over} pixels too wide.`);
          for (const one of document.body.querySelectorAll("*"))
            if (moves(one) && one.scrollWidth > one.clientWidth && !one.matches("pre, textarea") && !one.querySelector("table, svg") && !unseen(one))
              found.add(`It is moved sideways, and is no table: ${name(one)}`);
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode, holder = text.parentElement;
            if (!text.data.trim() || holder.closest("svg, select, script, datalist, .govuk-skip-link") || unseen(holder)) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const block = [...above(holder)].find(up => !style(up).display.startsWith("inline")) ?? document.body;
            const scroller = [...above(holder)].find(moves);
            for (const line of range.getClientRects()) {
              if (!scroller && (line.right > wide + 1 || line.left < -1)) found.add(`Beyond the window: ${name(holder)}`);
              if (!moves(block) && line.right > block.getBoundingClientRect().right + 1) found.add(`Runs out of its box: ${name(block)}`);
              for (const up of above(holder)) {
                if (up === scroller) break;
                const box = up.getBoundingClientRect();
                if (cuts(up) && (line.right > box.right + 1 || line.bottom > box.bottom + 1)) found.add(`Cut off: ${name(holder)}`);
              }
            }
          }
          return [...found];
        }
        """;

    public static async Task AssertAsync(Window window)
    {
        foreach (var width in (int[])[At200Percent, Narrowest])
        {
            await window.Page.SetViewportSizeAsync(width, Window.Height / 2);
            var problems = await window.Page.EvaluateAsync<string[]>(Problems);
            Assert.True(problems.Length == 0, $"At {width} pixels:\n{string.Join('\n', problems)}");
        }
    }
}
