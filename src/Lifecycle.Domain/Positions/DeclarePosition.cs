namespace Lifecycle.Domain.Positions;

/// <summary>Enter the open counts of a body, a group or the nation as a paper printed them. Null is not stated.</summary>
/// <param name="Position">Id, a readable slug; the same one again adds nothing.</param>
public sealed record DeclarePosition(
    string Position,
    PositionSubject Subject,
    DateOnly AsAt,
    IReadOnlyDictionary<RecordKind, decimal?> Counts,
    string Source,
    string? Note = null) : Command
{
    public static Decision Decide(DeclarePosition c, DeclaredPosition? state) =>
        Check.First(
            EffectiveDay.InFuture(c.Act),
            Roles.ByHmicfrs(c.Act, c.Source),
            Check.Slug("position's id", c.Position),
            Check.Required("source", c.Source, Check.Short),
            Check.Optional("note", c.Note, Check.Long),
            UnfitSubject(c.Subject),
            Check.When(c.AsAt > c.Act.Today, "effective_in_future", "The day of the counts is in the future."),
            Check.When(c.Counts.Count == 0, "counts_required", "Enter at least one count; leave its number empty when it is not stated."),
            Check.When(c.Counts.Values.Any(count => count < 0), "count_negative", "A count cannot be below nought."),
            Check.When(c.Counts.Values.Any(PositionFields.IsTooExact), "count_too_exact", "A count may have up to 15 digits."))
        ?? (state is null ? Decision.Accept(c.AsEvent()) : AlreadyDeclared(c, state));

    private PositionDeclared AsEvent() => new(Position, Subject, AsAt, Counts, Source, Note);

    private static Decision AlreadyDeclared(DeclarePosition c, DeclaredPosition state) =>
        Check.Stands(EventCodec.Same(c.AsEvent(), state.Declared) || EventCodec.Same(c.AsEvent(), state.Standing))
        ?? Decision.Refuse(new("position_differs", $"'{c.Position}' was declared with other content. Correct it with a reason, or choose another id."));

    private static Refusal? UnfitSubject(PositionSubject subject) => (subject.Kind, subject.Body) switch
    {
        (SubjectKind.NationalAverage, null) => null,
        (SubjectKind.NationalAverage, _) => new("subject_malformed", "The national average has no body. Leave it out."),
        (_, null) => new("subject_malformed", "Say which body the counts are of, or whose group's average they are."),
        (_, { } body) => Check.Bodies([body]),
    };
}
