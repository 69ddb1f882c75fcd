using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifecycle.Web.TagHelpers;

/// <summary>What every field of a form has: a name, a label, perhaps a hint, and the error beside it.</summary>
/// <param name="Name">Also the id, to which the error summary leads.</param>
internal sealed record Field(string Name, string Label, string? Hint, ModelStateDictionary State)
{
    /// <summary>What was typed last time, or else the value that the page gives.</summary>
    public string? Typed(string? value) => State.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : value;

    public string? Error => State.TryGetValue(Name, out var entry) && entry.Errors is [var first, ..] ? first.ErrorMessage : null;

    /// <summary>The ids of hint and error, for aria-describedby.</summary>
    public string? DescribedBy => string.Join(' ', ((string?[])[Hint is null ? null : $"{Name}-hint", Error is null ? null : $"{Name}-error"]).OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>A group with a label for one control.</summary>
    public TagBuilder Labelled(IHtmlContent control, bool large = false)
    {
        var label = Element("label", large ? "govuk-label govuk-label--m" : "govuk-label", Label);
        label.Attributes["for"] = Name;
        return Group(label, control);
    }

    /// <summary>A group with a legend for several controls.</summary>
    public TagBuilder Grouped(IHtmlContent controls)
    {
        var set = Element("fieldset", "govuk-fieldset");
        if (DescribedBy is { } ids) set.Attributes["aria-describedby"] = ids;
        set.InnerHtml.AppendHtml(Element("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", Label));
        Inside(set, controls);
        var group = Outer();
        group.InnerHtml.AppendHtml(set);
        return group;
    }

    public static TagBuilder Element(string name, string @class, string? text = null)
    {
        var element = new TagBuilder(name);
        element.Attributes["class"] = @class;
        if (text is not null) element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>An input with the attributes that have a value.</summary>
    public TagBuilder Control(string element, string @class, params (string Name, string? Value)[] attributes)
    {
        var control = Element(element, Error is null ? @class : $"{@class} {@class.Split(' ')[0]}--error");
        control.Attributes["id"] = Name;
        control.Attributes["name"] = Name;
        foreach (var (name, value) in attributes)
        {
            if (value is not null) control.Attributes[name] = value;
        }

        if (DescribedBy is { } ids) control.Attributes["aria-describedby"] = ids;
        if (element == "input") control.TagRenderMode = TagRenderMode.SelfClosing;
        return control;
    }

    private TagBuilder Group(IHtmlContent label, IHtmlContent control)
    {
        var group = Outer();
        group.InnerHtml.AppendHtml(label);
        Inside(group, control);
        return group;
    }

    private void Inside(TagBuilder parent, IHtmlContent controls)
    {
        if (Hint is not null)
        {
            var hint = Element("div", "govuk-hint", Hint);
            hint.Attributes["id"] = $"{Name}-hint";
            parent.InnerHtml.AppendHtml(hint);
        }

        if (Error is { } error)
        {
            var message = Element("p", "govuk-error-message");
            message.Attributes["id"] = $"{Name}-error";
            message.InnerHtml.AppendHtml(Element("span", "govuk-visually-hidden", "Error:")).Append(" ").Append(error);
            parent.InnerHtml.AppendHtml(message);
        }

        parent.InnerHtml.AppendHtml(controls);
    }

    private TagBuilder Outer() => Element("div", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
}
