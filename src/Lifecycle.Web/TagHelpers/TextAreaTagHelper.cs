using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextAreaTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string? Value { get; set; }
    public int Rows { get; set; } = 4;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(Name, Label, Hint, ViewContext.ViewData.ModelState);
        var area = field.Control("textarea", "govuk-textarea", ("rows", Rows.ToString(CultureInfo.InvariantCulture)));
        // A browser drops the first line break after the tag.
        area.InnerHtml.Append($"\n{field.Typed(Value)}");
        output.TagName = null;
        output.Content.SetHtmlContent(field.Labelled(area));
    }
}
