namespace Lifecycle.Domain.Publications;

/// <summary>A re-inspection took place. Its judgment is a free word, not a grade.</summary>
public sealed record HoldReinspection(string Publication, string Body, string When, string? Judgment = null, string? Note = null)
    : PublicationCommand
{
    public static Decision Decide(HoldReinspection c, Publication? state) =>
        Check.First(
            Check.Slug("publication's id", c.Publication),
            Diary.Texts(c.When, c.Note),
            Check.Optional("judgment", c.Judgment, Check.Short),
            Check.Bodies([c.Body]))
        ?? Diary.Add(new ReinspectionHeld(c.Body, c.When, c.Judgment, c.Note), state);
}
