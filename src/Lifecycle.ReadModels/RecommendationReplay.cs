using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels;

/// <summary>One value that an event changed, as text; null is none.</summary>
public sealed record FieldChange(string Field, string? From, string? To);

/// <summary>One event of a replay, with where the record stood after it and what it changed.</summary>
public sealed record ReplayStep(Recorded Recorded, Recommendation After, IReadOnlyList<FieldChange> Changes)
{
    public Status StatusAfter => After.Status;
}

/// <summary>A record's life up to a day, as known at a moment, event by event in the order in which things happened.</summary>
/// <param name="State">Where it stood at the end; null when there was no record yet.</param>
public sealed record RecommendationReplay(Recommendation? State, IReadOnlyList<ReplayStep> Steps)
{
    private static readonly IReadOnlyList<(string Field, Func<Recommendation, string?> Value)> Fields =
    [
        ("status", state => Words.Of(state.Status)),
        ("title", state => state.Title),
        ("summary", state => state.Summary),
        ("raisedOn", state => Text(state.RaisedOn)),
        ("level", state => state.Level?.ToString()),
        ("relevant", state => state.Relevant ? "yes" : "no"),
        ("owner", state => state.Owner),
        ("board", state => state.Board),
        ("rag", state => state.Rag is { } rated ? Words.Of(rated.Rag) : null),
        ("dueOn", state => Text(state.DueOn)),
        ("forecast", state => Text(state.Forecast?.Expected)),
        ("stepsMet", state => state.Steps.IsEmpty ? null : $"{state.Steps.Count(step => step.Met)} of {state.Steps.Count}"),
        ("evidence", state => Count(state.StandingEvidence.Count())),
        ("scrutiny", state => state.Scrutiny switch { true => "passed", false => "returned", null => null }),
        ("progressReports", state => Count(state.Reports.Count)),
        ("risks", state => Count(state.Risks.Count)),
        ("missedDeadlinesExplained", state => Count(state.MissedDeadlines.Count)),
        ("boardReports", state => Count(state.BoardReports.Count)),
        ("links", state => Count(state.Links.Count)),
        ("corrections", state => Count(state.Corrections.Count)),
    ];

    /// <summary>The facts whose changes a replay tells, as text; null is none. The same fields in the same order for every record.</summary>
    public static IReadOnlyList<(string Field, string? Value)> FactsOf(Recommendation? state) =>
        [.. Fields.Select(field => (field.Field, state is null ? null : field.Value(state)))];

    /// <param name="events">The whole stream.</param>
    public static RecommendationReplay Of(IReadOnlyList<Recorded> events, AsOf asOf)
    {
        var knownAt = asOf.KnownAt ?? DateTimeOffset.MaxValue;
        var known = events.Where(e => e.RecordedAt <= knownAt).ToList();
        // Raised later than first thought: before the corrected day there was no record.
        if (Recommendation.Fold(known) is not { } whole || whole.RaisedOn > asOf.AsAt) return new(null, []);
        var steps = new List<ReplayStep>();
        Recommendation? state = null;
        foreach (var recorded in History.Known(known, asOf.AsAt, knownAt))
        {
            var before = state;
            state = Recommendation.Evolve(before, recorded);
            if (state is not null) steps.Add(new(recorded, state, Changes(before, state)));
        }

        return new(state, steps);
    }

    private static IReadOnlyList<FieldChange> Changes(Recommendation? before, Recommendation after) =>
    [
        .. Fields
            .Select(field => new FieldChange(field.Field, before is null ? null : field.Value(before), field.Value(after)))
            .Where(change => change.From != change.To),
    ];

    // None is nothing to tell of, not a change from nothing to nought.
    private static string? Count(int number) => number == 0 ? null : number.ToString();

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
