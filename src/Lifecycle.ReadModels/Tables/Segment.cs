namespace Lifecycle.ReadModels.Tables;

/// <summary>Facts that held from one day until, not including, another; open-ended until <see cref="DateOnly.MaxValue"/>, which PostgreSQL holds as infinity.</summary>
internal readonly record struct Segment<TFacts>(DateOnly ValidFrom, DateOnly ValidTo, TFacts Facts);

/// <summary>Cuts a timeline into the longest stretches in which facts stayed the same.</summary>
internal static class Segments
{
    /// <param name="timeline">What is known; null gives no segments.</param>
    /// <param name="facts">The facts that hold in a state, at most one for each key.</param>
    /// <param name="key">Tells apart what the facts are about.</param>
    /// <param name="began">
    /// The day before which there was no life, by all that is known; null while there is none. What was raised later than
    /// first thought did not exist before the corrected day.
    /// </param>
    public static List<Segment<TFacts>> Of<T, TFacts>(
        Timeline<T>? timeline, Func<T, IReadOnlyList<TFacts>> facts, Func<TFacts, object> key, Func<T, DateOnly?> began)
        where T : class
    {
        var done = new List<Segment<TFacts>>();
        var open = new Dictionary<object, Segment<TFacts>>();
        foreach (var (from, state) in Lives(timeline, began))
            Cut(from, facts(state), key, open, done);
        done.AddRange(open.Values);
        return done;
    }

    /// <summary>The states of a life, each with the day from which it held.</summary>
    private static IEnumerable<(DateOnly From, T State)> Lives<T>(Timeline<T>? timeline, Func<T, DateOnly?> began) where T : class
    {
        if (timeline?.Now is not { } now || began(now) is not { } beginning) yield break;
        for (var i = 0; i < timeline.Days.Length; i++)
        {
            var (day, state) = timeline.Days[i];
            var ends = i + 1 < timeline.Days.Length ? timeline.Days[i + 1].Day : DateOnly.MaxValue;
            if (state is not null && ends > beginning) yield return (day < beginning ? beginning : day, state);
        }
    }

    private static void Cut<TFacts>(
        DateOnly from, IReadOnlyList<TFacts> facts, Func<TFacts, object> key,
        Dictionary<object, Segment<TFacts>> open, List<Segment<TFacts>> done)
    {
        var standing = facts.ToDictionary(key);
        foreach (var (about, segment) in open.ToArray())
        {
            if (standing.TryGetValue(about, out var same) && EqualityComparer<TFacts>.Default.Equals(same, segment.Facts)) continue;
            done.Add(segment with { ValidTo = from });
            open.Remove(about);
        }

        foreach (var (about, fact) in standing)
            open.TryAdd(about, new Segment<TFacts>(from, DateOnly.MaxValue, fact));
    }
}
