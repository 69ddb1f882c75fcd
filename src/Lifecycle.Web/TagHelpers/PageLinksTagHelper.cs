using Lifecycle.ReadModels;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>The way through the pages of a list. Nothing when there is one page only.</summary>
[HtmlTargetElement("page-links", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PageLinksTagHelper : TagHelper
{
    /// <summary>1 for the first.</summary>
    public int Number { get; set; } = 1;

    public int Size { get; set; } = 50;
    public long Total { get; set; }

    /// <summary>The address of a page.</summary>
    public Func<int, string> Address { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var last = (int)Math.Min(Paging.MaxNumber, (Total + Size - 1) / Size);
        if (last <= 1) return;
        var nav = Field.Element("nav", "govuk-pagination app-no-print");
        nav.Attributes["aria-label"] = "Pages";
        if (Number > 1) nav.InnerHtml.AppendHtml(Step("prev", "Previous", Number - 1));
        var list = Field.Element("ul", "govuk-pagination__list");
        var before = 0;
        foreach (var page in Shown(last))
        {
            if (page > before + 1) list.InnerHtml.AppendHtml(Field.Element("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯"));
            list.InnerHtml.AppendHtml(Item(page));
            before = page;
        }

        nav.InnerHtml.AppendHtml(list);
        if (Number < last) nav.InnerHtml.AppendHtml(Step("next", "Next", Number + 1));
        output.Content.SetHtmlContent(nav);
    }

    private IEnumerable<int> Shown(int last) =>
        ((int[])[1, Number - 1, Number, Number + 1, last]).Where(page => page >= 1 && page <= last).Distinct().Order();

    private TagBuilder Item(int page)
    {
        var item = Field.Element("li", page == Number ? "govuk-pagination__item govuk-pagination__item--current" : "govuk-pagination__item");
        var link = Field.Element("a", "govuk-link govuk-pagination__link", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (link.Attributes["href"], link.Attributes["aria-label"]) = (Address(page), $"Page {page}");
        if (page == Number) link.Attributes["aria-current"] = "page";
        item.InnerHtml.AppendHtml(link);
        return item;
    }

    private TagBuilder Step(string rel, string text, int page)
    {
        var step = Field.Element("div", $"govuk-pagination__{rel}");
        var link = Field.Element("a", "govuk-link govuk-pagination__link");
        (link.Attributes["href"], link.Attributes["rel"]) = (Address(page), rel);
        var title = Field.Element("span", "govuk-pagination__link-title", text);
        title.InnerHtml.AppendHtml(Field.Element("span", "govuk-visually-hidden", " page"));
        link.InnerHtml.AppendHtml(title);
        step.InnerHtml.AppendHtml(link);
        return step;
    }
}
