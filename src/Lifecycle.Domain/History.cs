namespace Lifecycle.Domain;

/// <summary>
/// Reads a stream along both time axes (ADR 0007). The state as at day D, as known at moment K, is the fold of what was
/// recorded by K and had happened by D, in the order in which it happened; on one day, in the order of recording. So a
/// late entry takes its true place in the past, and the past as it was known then never changes.
/// </summary>
public static class History
{
    /// <summary>Events recorded by <paramref name="knownAt"/> that had happened by <paramref name="asAt"/>, in the order in which they happened.</summary>
    public static IEnumerable<Recorded> Known(IEnumerable<Recorded> events, DateOnly asAt, DateTimeOffset knownAt) =>
        InOrder(events.Where(e => e.RecordedAt <= knownAt && e.EffectiveOn <= asAt));

    /// <summary>By the day it happened, then by version.</summary>
    public static IEnumerable<Recorded> InOrder(IEnumerable<Recorded> events) =>
        events.OrderBy(e => e.EffectiveOn).ThenBy(e => e.Version);
}
