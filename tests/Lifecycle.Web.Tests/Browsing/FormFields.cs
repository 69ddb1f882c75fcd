using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Lifecycle.Web.Tests;

/// <summary>What a browser would send of a form, but for its buttons.</summary>
internal static class FormFields
{
    public static IEnumerable<(string Name, string Value)> Of(IHtmlFormElement form) =>
        form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } && !element.HasAttribute("disabled")).SelectMany(ValuesOf);

    private static IEnumerable<(string, string)> ValuesOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "submit" or "button" or "image" or "file" or "reset" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [(box.Name!, box.Value)] : [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        IHtmlSelectElement select => select.SelectedOptions.Select(option => (select.Name!, option.Value)),
        _ => [],
    };
}
