namespace Lifecycle.Domain.Publications;

/// <summary>
/// Cuts a publication into what happened on each day, since a command has one effective day: the diary may begin years before the
/// report and go on after it.
/// </summary>
public static class PublishedByDay
{
    /// <param name="whole">As entered.</param>
    /// <param name="today">The day of a diary entry that names none.</param>
    /// <returns>In order of time; on one day the release comes first. A release counts from its corrected day.</returns>
    public static IReadOnlyList<(Publish Item, DateOnly On)> Split(Publish whole, DateOnly today)
    {
        (Publish Item, DateOnly On)[] release = whole.PublishedOn is { } printed
            ? [(whole with { Diary = [] }, CorrectedDay(whole) ?? printed)]
            : [];
        var diary = (whole.Diary ?? []).GroupBy(entry => entry.On ?? today).Select(day => (
            Item: new Publish(whole.Id, whole.Title, whole.Kind, Source: whole.Source, Diary: [.. day]), On: day.Key));
        return [.. release.Concat(diary).OrderBy(part => part.On)];
    }

    private static DateOnly? CorrectedDay(Publish whole) =>
        whole.Corrections?.LastOrDefault(correction => correction.Field == "publishedOn") is { } correction && Day.TryParse(correction.Value, out var day)
            ? day
            : null;
}
