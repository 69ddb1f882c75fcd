using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>One line of text.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextFieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string? Value { get; set; }

    /// <summary>Characters that fit: 2, 3, 4, 5, 10, 20 or 30; null fills the column.</summary>
    public int? Width { get; set; }

    public string Type { get; set; } = "text";
    public string? InputMode { get; set; }
    public string? Autocomplete { get; set; }

    /// <summary>What a browser suggests as one types; anything else may be typed too.</summary>
    public IReadOnlyList<Choice> Suggestions { get; set; } = [];

    private string? ListId => Suggestions.Count > 0 ? $"{Name}-list" : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(Name, Label, Hint, ViewContext.ViewData.ModelState);
        output.TagName = null;
        output.Content.SetHtmlContent(field.Labelled(field.Control(
            "input", Width is { } width ? $"govuk-input govuk-input--width-{width}" : "govuk-input",
            ("type", Type), ("value", field.Typed(Value)), ("inputmode", InputMode), ("autocomplete", Autocomplete ?? "off"), ("list", ListId))));
        if (ListId is not null) output.Content.AppendHtml(List());
    }

    private TagBuilder List()
    {
        var list = new TagBuilder("datalist");
        list.Attributes["id"] = ListId;
        foreach (var choice in Suggestions)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            option.InnerHtml.Append(choice.Text);
            list.InnerHtml.AppendHtml(option);
        }

        return list;
    }
}
