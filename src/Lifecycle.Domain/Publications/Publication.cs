using System.Collections.Immutable;

namespace Lifecycle.Domain.Publications;

/// <summary>
/// What is known of one publication: nothing but the fold of its events. What was printed stays as it was released;
/// corrections stand beside it. Grades are held as printed, and nothing here is ever computed from them.
/// </summary>
public sealed record Publication
{
    /// <summary>Fields that can be corrected besides single grades (see <see cref="GradeField"/>), named as in the API.</summary>
    public static ImmutableArray<string> CorrectableFields { get; } =
        ["title", "titleAsPrinted", "kind", "publishedOn", "publishedAsPrinted", "commissionedBy", "source", "notes"];

    /// <summary>As released; null while only its diary is known.</summary>
    public PublicationReleased? Released { get; init; }

    /// <summary>The day of publication as it now stands; the printed one stays in <see cref="Released"/>.</summary>
    public DateOnly? PublishedOn =>
        Corrections.LastOrDefault(e => e.Field == "publishedOn" && Day.TryParse(e.Value, out _)) is { } e && Day.TryParse(e.Value, out var day)
            ? day
            : Released?.PublishedOn;

    public ImmutableList<MadeRecord> Records { get; init; } = [];
    public ImmutableList<JudgmentsGraded> Judgments { get; init; } = [];
    public ImmutableList<CountsDeclared> Counts { get; init; } = [];

    /// <summary>Notices and re-inspections.</summary>
    public ImmutableList<IEvent> Diary { get; init; } = [];

    public ImmutableList<Corrected> Corrections { get; init; } = [];

    /// <summary>Number of events folded in.</summary>
    public long Version { get; init; }

    /// <summary>Folds one more event in. Total: a stream may begin with any of its events, the diary years before the report.</summary>
    public static Publication? Evolve(Publication? state, Recorded recorded) => (state ?? new Publication()).With(recorded.Event);

    /// <summary>The state after these events, in the order in which they happened; null when there are none.</summary>
    public static Publication? Fold(IEnumerable<Recorded> events) => History.InOrder(events).Aggregate((Publication?)null, Evolve);

    public static Publication Create(PublicationReleased released) => new Publication().With(released);

    /// <summary>Names one grade in a correction, for example "grade/west-mercia/2021/crime-prevention".</summary>
    public static string GradeField(string body, string cycle, string area) => $"grade/{body}/{cycle}/{area}";

    public Publication Apply(PublicationReleased e) => this with { Released = e };

    public Publication Apply(RecordsMade e) => this with { Records = Records.AddRange(e.Records) };

    public Publication Apply(JudgmentsGraded e) => this with { Judgments = Judgments.Add(e) };

    public Publication Apply(CountsDeclared e) => this with { Counts = Counts.Add(e) };

    public Publication Apply(InspectionNotified e) => this with { Diary = Diary.Add(e) };

    public Publication Apply(ReinspectionExpected e) => this with { Diary = Diary.Add(e) };

    public Publication Apply(ReinspectionHeld e) => this with { Diary = Diary.Add(e) };

    public Publication Apply(Corrected e) => this with { Corrections = Corrections.Add(e) };

    /// <summary>The judgment as printed; null when there is none.</summary>
    public AreaJudgment? PrintedJudgment(string body, string cycle, string area) => Judgments
        .Where(e => e.Body == body && e.Cycle == cycle)
        .SelectMany(e => e.Judgments)
        .FirstOrDefault(judgment => judgment.Area == area);

    /// <summary>The latest correction of a field; null when it was never corrected.</summary>
    public Corrected? CorrectionOf(string field) => Corrections.LastOrDefault(e => e.Field == field);

    internal Publication With(IEvent happened) => Apply(happened) with { Version = Version + 1 };

    private Publication Apply(IEvent happened) => happened switch
    {
        PublicationReleased e => Apply(e),
        RecordsMade e => Apply(e),
        JudgmentsGraded e => Apply(e),
        CountsDeclared e => Apply(e),
        InspectionNotified e => Apply(e),
        ReinspectionExpected e => Apply(e),
        ReinspectionHeld e => Apply(e),
        Corrected e => Apply(e),
        _ => this,
    };
}
