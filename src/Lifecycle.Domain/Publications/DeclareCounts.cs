namespace Lifecycle.Domain.Publications;

/// <summary>Counts that a source prints, storable before the records are. Null is not stated, which is not nought.</summary>
public sealed record DeclareCounts(
    string Publication, string Subject, IReadOnlyDictionary<string, int?> Counts, string? Source = null, string? Note = null) : PublicationCommand
{
    /// <summary>The service as a whole.</summary>
    public const string National = "national";

    internal override string? OwnSource => Source;

    public static Decision Decide(DeclareCounts c, Publication? state) =>
        Check.First(
            Check.When(state?.Released is null, "not_released", "Release the publication before you enter its counts."),
            c.Subject == National ? null : Check.Bodies([c.Subject]),
            Check.When(c.Counts.Count is 0 or > Check.Many, "counts_required", $"Enter between 1 and {Check.Many} counts."),
            c.Counts.Keys.Select(key => Check.Required("name of a count", key, Check.Short)).FirstOrDefault(refusal => refusal is not null),
            Check.When(c.Counts.Keys.Any(key => key.StartsWith('$')), "text_malformed", "The name of a count cannot begin with a dollar sign."),
            Check.When(c.Counts.Values.Any(count => count < 0), "count_negative", "A count cannot be below nought."),
            Check.Optional("source", c.Source, Check.Short),
            Check.Optional("note", c.Note, Check.Long))
        ?? Check.Stands(state!.Counts.Any(old => EventCodec.Same(old, c.AsEvent())))
        ?? Check.First(Altered(c, state))
        ?? Decision.Accept(c.AsEvent());

    private CountsDeclared AsEvent() => new(Subject, Counts, Source, Note);

    // Two sources may disagree, and both are kept; one source prints one number.
    private static Refusal? Altered(DeclareCounts c, Publication state)
    {
        var altered = state.Counts
            .Where(old => old.Subject == c.Subject && old.Source == c.Source)
            .SelectMany(old => old.Counts)
            .FirstOrDefault(old => c.Counts.TryGetValue(old.Key, out var count) && count != old.Value);
        return altered.Key is null ? null : new("counts_differ",
            $"{c.Subject} was declared with another number of {altered.Key} from the same source. Name the other source if there is one.");
    }
}
