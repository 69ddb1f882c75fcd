using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>One of many.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string? Value { get; set; }
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The text of an empty choice at the top; null leaves it out.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(Name, Label, Hint, ViewContext.ViewData.ModelState);
        var select = field.Control("select", "govuk-select");
        var chosen = field.Typed(Value) ?? "";
        foreach (var choice in Empty is null ? Choices : Choices.Prepend(new Choice("", Empty)))
        {
            var option = Field.Element("option", "", choice.Text);
            option.Attributes.Remove("class");
            option.Attributes["value"] = choice.Value;
            if (choice.Value == chosen) option.Attributes["selected"] = "selected";
            select.InnerHtml.AppendHtml(option);
        }

        output.TagName = null;
        output.Content.SetHtmlContent(field.Labelled(select));
    }
}
