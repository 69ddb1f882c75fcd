using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Domain.Publications;

/// <summary>One record and its addressees become one stream for each of them: the publication says what was made, the streams where it stands.</summary>
public static class FanOut
{
    /// <param name="publication">Released, with its corrected day.</param>
    /// <param name="records">Usually all of the publication's; those raised before are decided as nothing new.</param>
    public static IReadOnlyList<RaiseRecommendation> Of(Publication publication, IEnumerable<MadeRecord> records) =>
        [.. from record in records
            from body in Addressees.Expand(record.Addressees)
            select new RaiseRecommendation(Raised(publication, record, body))];

    private static RecommendationRaised Raised(Publication publication, MadeRecord record, string body)
    {
        var id = publication.Released!.Publication;
        return new(
            StreamIds.Reference(id, record.Number, body), id, record.Number, record.NumberAsPrinted, record.Kind, record.Soft, body,
            record.Title, record.Summary, record.Level, record.Deadlines, ParentOf(publication, record, body), record.Condition,
            record.Themes, record.Areas, record.Partners, publication.PublishedOn!.Value, record.Source ?? publication.Released.Source);
    }

    // A parent that is not addressed to this body has no stream here to point at.
    private static string? ParentOf(Publication publication, MadeRecord record, string body) =>
        publication.Records.Any(parent => parent.Number == record.Parent && Addressees.Expand(parent.Addressees).Contains(body))
            ? StreamIds.Reference(publication.Released!.Publication, record.Parent!, body)
            : null;
}
