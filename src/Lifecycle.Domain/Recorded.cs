namespace Lifecycle.Domain;

/// <summary>The circumstances that travel in every event's headers. JSON: a flat object in snake_case.</summary>
/// <param name="Actor">Id of who acted.</param>
/// <param name="Role">In which role.</param>
/// <param name="Body">For which body.</param>
/// <param name="EffectiveOn">The day it happened in the world.</param>
/// <param name="AuthorityRule">The authority rule applied, "id@version", where one was.</param>
/// <param name="TranscribedBy">Who typed it in for another, where that is so.</param>
/// <param name="Source">Where it was transcribed from.</param>
public sealed record EventHeaders(
    string Actor,
    Role Role,
    string Body,
    DateOnly EffectiveOn,
    string? AuthorityRule = null,
    string? TranscribedBy = null,
    string? Source = null)
{
    /// <summary>Recorded on a later day than it happened.</summary>
    public bool EntersLate(DateTimeOffset recordedAt) => LondonDay.Of(recordedAt) > EffectiveOn;

    public static EventHeaders Of(Act act, IEvent happened) => new(
        act.Actor, act.Role, act.Body, act.EffectiveOn,
        happened is Recommendations.SignedOff signed ? $"{signed.Rule}@{signed.RuleVersion}" : null,
        act.TranscribedBy, act.Source);

    /// <summary>Another program, a Marten store for example, may append to our streams without saying who, for whom and when.</summary>
    public static EventHeaders OfAnotherProgram(DateTimeOffset recordedAt) => new(
        "another-program", Role.Admin, Bodies.Hmicfrs, LondonDay.Of(recordedAt), Source: "Stored by another program without our headers");
}

/// <summary>An event with its place in its stream and the two times it has: when it happened, when we recorded it.</summary>
/// <param name="Version">1 for the stream's first event.</param>
/// <param name="RecordedAt">UTC, never earlier than that of a lower version.</param>
/// <param name="Headers">Circumstances.</param>
/// <param name="Event">What happened.</param>
public sealed record Recorded(long Version, DateTimeOffset RecordedAt, EventHeaders Headers, IEvent Event)
{
    public DateOnly EffectiveOn => Headers.EffectiveOn;

    /// <inheritdoc cref="EventHeaders.EntersLate"/>
    public bool EnteredLate => Headers.EntersLate(RecordedAt);
}
