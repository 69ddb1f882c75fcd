namespace Lifecycle.Domain.Publications;

/// <summary>A re-inspection is expected.</summary>
public sealed record ExpectReinspection(string Publication, string Body, string When, DateOnly? NotBefore = null, string? Note = null)
    : PublicationCommand
{
    public static Decision Decide(ExpectReinspection c, Publication? state) =>
        Check.First(Check.Slug("publication's id", c.Publication), Diary.Texts(c.When, c.Note), Check.Bodies([c.Body]))
        ?? Diary.Add(new ReinspectionExpected(c.Body, c.When, c.NotBefore, c.Note), state);
}
