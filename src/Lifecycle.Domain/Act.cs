namespace Lifecycle.Domain;

/// <summary>Who acts, in which role and for which body; when it is recorded, and the day it happened in the world.</summary>
/// <param name="Actor">An id, never a name: names live in one erasable table, outside the events.</param>
/// <param name="Role">The role in which the actor acts now.</param>
/// <param name="Body">Id of the body the actor belongs to, see <see cref="Bodies"/>.</param>
/// <param name="At">The moment of recording, UTC.</param>
/// <param name="EffectiveOn">The day it happened: never before the raise, never after the day of <paramref name="At"/> in London.</param>
/// <param name="TranscribedBy">Id of the person who typed in what another did, where that is so.</param>
/// <param name="Source">Where it was transcribed from, for example "seed paper 004, lines 134-136".</param>
public sealed record Act(
    string Actor,
    Role Role,
    string Body,
    DateTimeOffset At,
    DateOnly EffectiveOn,
    string? TranscribedBy = null,
    string? Source = null)
{
    /// <summary>The day of <see cref="At"/> in England and Wales.</summary>
    public DateOnly Today => LondonDay.Of(At);
}
