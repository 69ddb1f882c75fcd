using System.Globalization;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Web.Sentences;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>An item of evidence with who submitted it.</summary>
/// <param name="Recorded">The event by which it came.</param>
internal sealed record EvidenceShown(EvidenceSubmitted Item, bool Withdrawn, Recorded Recorded)
{
    /// <summary>The address of a link; null for a file, and for what no browser should follow.</summary>
    public string? Address => Uri.TryCreate(Item.Link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? Item.Link : null;

    /// <summary>For example "PDF file, 47 KB".</summary>
    public string Form => Item.Sha256 is null ? "Link" : $"{Kind(Item.MediaType)}, {Size(Item.Size)}";

    /// <summary>The evidence by the steps of today's list that it proves; under "" what proves none of them.</summary>
    public static ILookup<string, EvidenceShown> ByStep(RecordPaper paper)
    {
        var steps = paper.State.Steps.Select(step => step.Criterion.Id).ToHashSet();
        return paper.Life.Steps.Select(step => step.Recorded).Where(recorded => recorded.Event is EvidenceSubmitted)
            .Select(recorded => Of(recorded, paper.State)).DistinctBy(shown => shown.Item.EvidenceId)
            .SelectMany(shown => shown.Item.Steps.Where(steps.Contains).DefaultIfEmpty("").Select(step => (step, shown)))
            .ToLookup(pair => pair.step, pair => pair.shown);
    }

    private static EvidenceShown Of(Recorded recorded, Recommendation state)
    {
        var item = (EvidenceSubmitted)recorded.Event;
        return new(item, state.Evidence.GetValueOrDefault(item.EvidenceId)?.Withdrawn ?? false, recorded);
    }

    private static string Size(long? bytes) => bytes switch
    {
        null => "size not known",
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => $"{bytes / 1_000} KB",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };

    private static string Kind(string? mediaType) => mediaType switch
    {
        null => "File",
        "application/pdf" => "PDF file",
        _ when mediaType.StartsWith("image/", StringComparison.Ordinal) => "Picture",
        _ => Phrase.Cut(mediaType),
    };
}
