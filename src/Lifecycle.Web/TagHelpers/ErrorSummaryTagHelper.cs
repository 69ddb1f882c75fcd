using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>Everything that is wrong with a form, at the top of the page, each leading to its field. Nothing when nothing is.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = ViewContext.ViewData.ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))).ToList();
        if (errors.Count == 0) return;
        var list = Field.Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var (name, message) in errors)
        {
            var item = new TagBuilder("li");
            var link = new TagBuilder("a");
            link.Attributes["href"] = $"#{(name.Length == 0 ? "main-content" : name)}";
            link.InnerHtml.Append(message);
            item.InnerHtml.AppendHtml(link);
            list.InnerHtml.AppendHtml(item);
        }

        var alert = new TagBuilder("div");
        alert.Attributes["role"] = "alert";
        var body = Field.Element("div", "govuk-error-summary__body");
        body.InnerHtml.AppendHtml(list);
        alert.InnerHtml.AppendHtml(Field.Element("h2", "govuk-error-summary__title", "There is a problem")).AppendHtml(body);
        var summary = Field.Element("div", "govuk-error-summary");
        summary.Attributes["data-module"] = "govuk-error-summary";
        summary.InnerHtml.AppendHtml(alert);
        output.Content.SetHtmlContent(summary);
    }
}
