using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>A day in three boxes. Read it with <see cref="DayFields"/>.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public DateOnly? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        var field = new Field(Name, Label, Hint, state);
        var boxes = Field.Element("div", "govuk-date-input");
        foreach (var (part, text, width, value) in ((string, string, int, int?)[])
            [("day", "Day", 2, Value?.Day), ("month", "Month", 2, Value?.Month), ("year", "Year", 4, Value?.Year)])
            boxes.InnerHtml.AppendHtml(Box(new Field(DayFields.Part(Name, part), text, null, state), part == "day" ? Name : null, width, value, field.Error is not null));
        var group = field.Grouped(boxes);
        output.TagName = null;
        output.Content.SetHtmlContent(group);
    }

    // The first box carries the name of the whole as its id, so that the error summary leads there.
    private static TagBuilder Box(Field part, string? id, int width, int? value, bool isWrong)
    {
        var item = Field.Element("div", "govuk-date-input__item");
        var label = Field.Element("label", "govuk-label govuk-date-input__label", part.Label);
        label.Attributes["for"] = id ?? part.Name;
        var input = part.Control(
            "input", $"govuk-input govuk-date-input__input govuk-input--width-{width}",
            ("type", "text"), ("inputmode", "numeric"), ("autocomplete", "off"), ("value", part.Typed(value?.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        input.Attributes["id"] = id ?? part.Name;
        if (isWrong) input.AddCssClass("govuk-input--error");
        item.InnerHtml.AppendHtml(label).AppendHtml(input);
        return item;
    }
}
