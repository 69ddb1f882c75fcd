namespace Lifecycle.Domain.Publications;

/// <summary>
/// Everything known of one publication, as POST /publications and one item of an import file say it. Yields only what is
/// new, so publishing twice adds nothing. What it takes apart is decided by the commands it is made of.
/// </summary>
/// <param name="PublishedOn">Null only for an item that has nothing but diary entries.</param>
public sealed record Publish(
    string Id,
    string Title,
    string Kind,
    string? TitleAsPrinted = null,
    DateOnly? PublishedOn = null,
    DatePrecision Precision = DatePrecision.Day,
    string? PublishedAsPrinted = null,
    bool National = false,
    IReadOnlyList<string>? Inspected = null,
    IReadOnlyList<string>? Addressed = null,
    IReadOnlyList<string>? JointWith = null,
    string? CommissionedBy = null,
    string? Source = null,
    string? Notes = null,
    IReadOnlyList<MadeRecord>? Records = null,
    IReadOnlyList<JudgmentsGraded>? Judgments = null,
    IReadOnlyList<CountsDeclared>? Counts = null,
    IReadOnlyList<DiaryEntry>? Diary = null,
    IReadOnlyList<Corrected>? Corrections = null) : PublicationCommand
{
    internal override string? OwnSource => Source;

    public static Decision Decide(Publish c, Publication? state)
    {
        if (Check.First(Check.Slug("publication's id", c.Id), Unreleased(c), EmptyItem(c)) is { } refused) return refused;

        var events = new List<IEvent>();
        foreach (var part in c.Parts())
        {
            var decision = PublicationDecider.Decide(part with { Act = c.Act with { Source = c.Act.Source ?? c.Source } }, state);
            if (decision is not Decision.Accepted accepted) return decision;
            events.AddRange(accepted.Events);
            state = accepted.Events.Aggregate(state, (current, happened) => (current ?? new Publication()).With(happened));
        }

        return Decision.Accept([.. events]);
    }

    private static Refusal? Unreleased(Publish c) => Check.When(
        c.PublishedOn is null && (c.Diary is not { Count: > 0 } || c.HasMoreThanDiary()),
        "published_on_required", "Enter the day of publication. Only an item that has nothing but diary entries may leave it out.");

    private static Refusal? EmptyItem(Publish c) => Check.When(
        c.Judgments?.Contains(null!) == true || c.Counts?.Contains(null!) == true || c.Diary?.Contains(null!) == true || c.Corrections?.Contains(null!) == true,
        "text_required", "Remove the empty items from the lists.");

    private bool HasMoreThanDiary() =>
        Records is { Count: > 0 } || Judgments is { Count: > 0 } || Counts is { Count: > 0 } || Corrections is { Count: > 0 };

    private IEnumerable<PublicationCommand> Parts()
    {
        foreach (var entry in Diary ?? []) yield return entry.AsCommand(this);
        if (PublishedOn is { } day) yield return new ReleasePublication(Released(day));
        foreach (var e in Corrections?.Where(e => !e.Field.StartsWith("grade/", StringComparison.Ordinal)) ?? []) yield return Correction(e);
        if (Records is { Count: > 0 }) yield return new MakeRecords(Id, Records);
        foreach (var e in Judgments ?? []) yield return new GradeJudgments(Id, e.Body, e.Cycle, e.Scale, e.Judgments);
        foreach (var e in Counts ?? []) yield return new DeclareCounts(Id, e.Subject, e.Counts, e.Source, e.Note);
        foreach (var e in Corrections?.Where(e => e.Field.StartsWith("grade/", StringComparison.Ordinal)) ?? []) yield return Correction(e);
    }

    private CorrectPublication Correction(Corrected e) => new(Id, e.Field, e.Printed, e.Value, e.Reason);

    private PublicationReleased Released(DateOnly day) => new(
        Id, Title, TitleAsPrinted, Kind, day, Precision, PublishedAsPrinted, National,
        Inspected, Addressed ?? [], JointWith ?? [], CommissionedBy, Source, Notes);
}
