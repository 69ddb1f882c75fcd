using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifecycle.Web.TagHelpers;

/// <summary>The status of a record as a tag. The word says it; the colour only helps.</summary>
[HtmlTargetElement("status-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagTagHelper : TagHelper
{
    public Status Status { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Tags.Write(output, Wording.Of(Status), Status switch
    {
        Status.Raised => "govuk-tag--blue",
        Status.InProgress => "govuk-tag--teal",
        Status.StepsEvidenced => "govuk-tag--purple",
        Status.ClosureRecommended => "govuk-tag--yellow",
        Status.SignedOff => "govuk-tag--green",
        _ => "govuk-tag--grey",
    });
}

/// <summary>A traffic-light rating as a tag, with its word.</summary>
[HtmlTargetElement("rag-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RagTagTagHelper : TagHelper
{
    /// <summary>Null is not rated.</summary>
    public Rag? Rag { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Tags.Write(output, Wording.Of(Rag), Rag switch
    {
        Domain.Recommendations.Rag.Red => "govuk-tag--red",
        Domain.Recommendations.Rag.Amber => "govuk-tag--orange",
        Domain.Recommendations.Rag.Green => "govuk-tag--green",
        _ => "govuk-tag--grey",
    });
}

internal static class Tags
{
    public static void Write(TagHelperOutput output, string text, string colour)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag {colour}");
        output.Content.SetContent(text);
    }
}
