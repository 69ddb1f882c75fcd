using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>Radio buttons (one of a few), or checkboxes (some of a few).</summary>
[HtmlTargetElement("radio-field", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("checkbox-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    /// <summary>What is chosen; several with commas between.</summary>
    public string? Value { get; set; }

    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Smaller, for filters and lists.</summary>
    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = context.TagName == "radio-field" ? "radio" : "checkbox";
        var (block, module) = kind == "radio" ? ("govuk-radios", "govuk-radios") : ("govuk-checkboxes", "govuk-checkboxes");
        var field = new Field(Name, Label, Hint, ViewContext.ViewData.ModelState);
        var chosen = (field.Typed(Value) ?? "").Split(',');
        var list = Field.Element("div", Small ? $"{block} {block}--small" : block);
        list.Attributes["data-module"] = module;
        foreach (var (choice, number) in Choices.Select((choice, number) => (choice, number)))
            list.InnerHtml.AppendHtml(Item(choice, block, kind, number == 0 ? Name : $"{Name}-{number + 1}", chosen.Contains(choice.Value)));
        output.TagName = null;
        output.Content.SetHtmlContent(field.Grouped(list));
    }

    private TagBuilder Item(Choice choice, string block, string kind, string id, bool isChosen)
    {
        var item = Field.Element("div", $"{block}__item");
        var input = Field.Element("input", $"{block}__input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        (input.Attributes["type"], input.Attributes["id"], input.Attributes["name"], input.Attributes["value"]) = (kind, id, Name, choice.Value);
        if (isChosen) input.Attributes["checked"] = "checked";
        var label = Field.Element("label", $"govuk-label {block}__label", choice.Text);
        label.Attributes["for"] = id;
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (choice.Hint is null) return item;
        var hint = Field.Element("div", $"govuk-hint {block}__hint", choice.Hint);
        hint.Attributes["id"] = $"{id}-item-hint";
        input.Attributes["aria-describedby"] = $"{id}-item-hint";
        item.InnerHtml.AppendHtml(hint);
        return item;
    }
}
