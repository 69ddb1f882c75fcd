namespace Lifecycle.Domain.Publications;

/// <summary>HMICFRS gives notice of an inspection.</summary>
public sealed record NotifyInspection(
    string Publication, string Title, string Kind, IReadOnlyList<string> Bodies, string When, DateOnly? From = null, string? Note = null)
    : PublicationCommand
{
    public static Decision Decide(NotifyInspection c, Publication? state) =>
        Check.First(
            Check.Slug("publication's id", c.Publication),
            Check.Required("title", c.Title, Check.Short),
            Check.Required("kind", c.Kind, Check.Short),
            Diary.Texts(c.When, c.Note),
            Addressees.Unknown(c.Bodies))
        ?? Diary.Add(new InspectionNotified(c.Publication, c.Title, c.Kind, c.Bodies, c.When, c.From, c.Note), state);
}
